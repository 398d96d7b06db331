package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.junit.jupiter.api.Test;

/** An activation that halves the columns trains and predicts, inside a network, at its end and as a layer. */
class GluOutputTest {

    private static void assertLearnsTheSum(Sequential network) {
        float[][] x = new float[64][];
        float[] y = new float[64];
        for (int i = 0; i < x.length; i++) {
            x[i] = new float[] {(i % 8) / 8f, (i / 8) / 8f};
            y[i] = x[i][0] + x[i][1];
        }
        Training training = Training.of("mean_squared_error")
                .optimizer(io.kindling.optimizers.Adam.of(0.02))
                .batchSize(8)
                .epochs(60);
        TrainedNetwork trained = new LocalTrainer(training).fit(network, x, y);
        float[][] predicted = trained.predict(x);
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            squares += Math.pow(predicted[i][0] - y[i], 2);
        }
        assertThat(squares / x.length).isLessThan(0.01);
    }

    @Test
    void gluAtTheEndOfANetwork() {
        assertLearnsTheSum(Sequential.of(Input.of(2), Dense.of(2).activation("glu")));
    }

    @Test
    void gluInsideANetwork() {
        Sequential network = Sequential.of(Input.of(2), Dense.of(8).activation("glu"), Dense.of(1));
        assertThat(network.plan().layers().get(1).output().last()).isEqualTo(4);
        assertLearnsTheSum(network);
    }

    @Test
    void gluAsALayer() {
        assertLearnsTheSum(Sequential.of(Input.of(2), Dense.of(2), ActivationLayer.of("glu")));
    }
}
