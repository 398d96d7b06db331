package io.kindling.benchmarks.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.benchmarks.timing.Stopwatch;
import java.util.Locale;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;

/**
 * One training of MLlib's perceptron, whose hidden layers are sigmoids and which L-BFGS trains on all rows at once.
 *
 * @param iterations of L-BFGS
 * @param seconds of the whole fit
 * @param accuracy on the test rows
 */
record PerceptronTraining(int iterations, double seconds, double accuracy) {

    static PerceptronTraining of(TrainAndTest rows, int features, int iterations) {
        Stopwatch stopwatch = Stopwatch.started();
        MultilayerPerceptronClassificationModel model = new MultilayerPerceptronClassifier()
                .setLayers(DigitNetwork.layers(features))
                .setMaxIter(iterations)
                .setSeed(0)
                .fit(rows.training());
        double seconds = stopwatch.seconds();
        return new PerceptronTraining(iterations, seconds, rows.accuracy(model));
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "MLlib's perceptron, %d iterations: %.1f s, accuracy %.2f %%",
                iterations,
                seconds,
                100 * accuracy);
    }

    void addTo(ObjectNode json) {
        json.put("iterations", iterations);
        json.put("seconds", seconds);
        json.put("accuracy", accuracy);
    }
}
