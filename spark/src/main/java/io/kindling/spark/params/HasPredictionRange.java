package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** Which numbers a regression may predict, whose network is built from the data. */
public interface HasPredictionRange<S> extends FluentParams<S> {

    default Param<PredictionRange> predictionRange() {
        return new TextParam<>(
                this,
                "predictionRange",
                "what a network that is built from the data may predict: any number, positive ones where all labels are, or"
                        + " only those of the training rows' range",
                PredictionRange::toString,
                PredictionRange::of);
    }

    default PredictionRange getPredictionRange() {
        return getOrDefault(predictionRange());
    }

    default S setPredictionRange(PredictionRange value) {
        set(predictionRange(), value);
        return self();
    }

    /** By name: {@code "any"}, {@code "positive"} or {@code "training"}. */
    default S setPredictionRange(String value) {
        return setPredictionRange(PredictionRange.of(value));
    }
}
