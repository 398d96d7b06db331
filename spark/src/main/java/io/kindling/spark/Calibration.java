package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.layers.tabular.TemperatureScaling;
import io.kindling.losses.BinaryCrossentropy;
import io.kindling.losses.Loss;
import io.kindling.losses.SparseCategoricalCrossentropy;
import io.kindling.spark.training.Validation;
import org.apache.spark.api.java.JavaSparkContext;

/** Finds the temperature at which the probabilities of a classifier fit rows it was not trained on best. */
final class Calibration {
    /** The temperature lies between its reciprocal and this. */
    private static final double MOST = 10;

    private static final int STEPS = 18;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final JavaSparkContext context;
    private final Validation validation;
    private final TrainedNetwork trained;
    private final Loss loss;

    Calibration(JavaSparkContext context, Validation validation, TrainedNetwork trained) {
        this.context = context;
        this.validation = validation;
        this.trained = trained;
        boolean single = trained.network().plan().output().size() == 1;
        this.loss = single ? BinaryCrossentropy.of() : SparseCategoricalCrossentropy.of();
    }

    /** The network with the best temperature as its last layer, by golden-section search: the loss has one valley. */
    TrainedNetwork calibrated() {
        double low = -Math.log(MOST);
        double high = Math.log(MOST);
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double lossLeft = loss(left);
        double lossRight = loss(right);
        for (int i = 0; i < STEPS; i++) {
            if (lossLeft < lossRight) {
                high = right;
                right = left;
                lossRight = lossLeft;
                left = high - GOLDEN * (high - low);
                lossLeft = loss(left);
            } else {
                low = left;
                left = right;
                lossLeft = lossRight;
                right = low + GOLDEN * (high - low);
                lossRight = loss(right);
            }
        }
        return at((low + high) / 2);
    }

    private double loss(double logarithm) {
        return validation.evaluate(context, at(logarithm), loss).loss();
    }

    private TrainedNetwork at(double logarithm) {
        return new TrainedNetwork(
                trained.network().then(TemperatureScaling.of(Math.exp(logarithm))), trained.weights());
    }
}
