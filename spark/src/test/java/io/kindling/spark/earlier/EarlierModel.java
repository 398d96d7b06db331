package io.kindling.spark.earlier;

import io.kindling.layers.Input;
import io.kindling.layers.activations.PReLU;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.normalization.LayerNormalization;
import io.kindling.layers.pooling.MaxPooling2D;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.GRU;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.layers.reshaping.Reshape;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A network with the data it is trained on: what version 0.1 made of each lies in the test resources. */
enum EarlierModel {
    DENSE(12) {
        @Override
        Sequential network() {
            return Sequential.of(
                    Dense.of(16).activation("relu"),
                    BatchNormalization.of(),
                    Dropout.of(0.2),
                    Dense.of(8).activation("gelu"),
                    PReLU.of(),
                    LayerNormalization.of(),
                    Dense.of(3).activation("softmax"));
        }
    },
    RECURRENT(24) {
        @Override
        Sequential network() {
            return Sequential.of(
                    Input.of(24),
                    Reshape.of(6, 4),
                    Bidirectional.of(LSTM.of(5).returnSequences(true)),
                    GRU.of(6),
                    Dense.of(3).activation("softmax"));
        }
    },
    CONVOLUTIONAL(64) {
        @Override
        Sequential network() {
            return Sequential.of(
                    Input.of(Shape.of(64)),
                    Reshape.of(8, 8, 1),
                    Conv2D.of(4, 3).activation("relu"),
                    MaxPooling2D.of(2),
                    new Flatten(),
                    Dense.of(3).activation("softmax"));
        }
    };

    private static final int ROWS = 60;
    private static final int CLASSES = 3;

    private final int features;

    EarlierModel(int features) {
        this.features = features;
    }

    abstract Sequential network();

    /** The fit of which the model came. */
    NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setNetwork(network())
                .setOptimizer("adam(0.01)")
                .setEpochs(3)
                .setBatchSize(8)
                .setNumWorkers(2)
                .setAveragingFrequency(2)
                .setSeed(11);
    }

    /** Classes that differ in the mean of some features. */
    Dataset<Row> data() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            RandomKey key = RandomKey.of(i);
            double[] values = new double[features];
            for (int j = 0; j < features; j++) {
                values[j] = key.gaussianAt(j) + (j % CLASSES == i % CLASSES ? 1 : 0);
            }
            rows.add(LocalSpark.row(i % CLASSES, 1, values));
        }
        return LocalSpark.of(rows, LocalSpark.SCHEMA, 3);
    }

    String directory() {
        return Path.of("src/test/resources/earlier/0.1", name().toLowerCase(java.util.Locale.ROOT))
                .toString();
    }
}
