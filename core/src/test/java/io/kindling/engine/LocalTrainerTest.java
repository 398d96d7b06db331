package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Networks learn what no linear model can, from arrays, the same way every time. */
class LocalTrainerTest {
    private static final float[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    private static final float[] EXCLUSIVE_OR = {0, 1, 1, 0};
    private static final Training TRAINING = Training.of("binary_crossentropy")
            .optimizer(Adam.of(0.05))
            .epochs(300)
            .seed(3);

    @Test
    void learnsExclusiveOrWithOneOutput() {
        Sequential network =
                Sequential.of(Dense.of(8).activation("tanh"), Dense.of(1).activation("sigmoid"));
        TrainedNetwork trained = new LocalTrainer(TRAINING).fit(network, X, EXCLUSIVE_OR);
        float[][] predictions = trained.predict(X);
        for (int i = 0; i < 4; i++) {
            assertThat(predictions[i][0] > 0.5f).isEqualTo(EXCLUSIVE_OR[i] == 1);
        }
        assertThat(trained.network().plan().input()).isEqualTo(Shape.of(2));
    }

    @Test
    void learnsItFromClassesAndFromOneHotTargetsAlike() {
        Sequential network =
                Sequential.of(Dense.of(8).activation("tanh"), Dense.of(2).activation("softmax"));
        float[][] oneHot = {{1, 0}, {0, 1}, {0, 1}, {1, 0}};
        Training sparse = Training.of("sparse_categorical_crossentropy")
                .optimizer(Adam.of(0.05))
                .epochs(300);
        Training dense =
                Training.of("categorical_crossentropy").optimizer(Adam.of(0.05)).epochs(300);
        float[][] fromClasses =
                new LocalTrainer(sparse).fit(network, X, EXCLUSIVE_OR).predict(X);
        float[][] fromClassesMadeOneHot =
                new LocalTrainer(dense).fit(network, X, EXCLUSIVE_OR).predict(X);
        float[][] fromOneHot = new LocalTrainer(dense).fit(network, X, oneHot).predict(X);
        for (int i = 0; i < 4; i++) {
            assertThat(fromClasses[i][(int) EXCLUSIVE_OR[i]]).isGreaterThan(0.9f);
            assertThat(fromOneHot[i]).isEqualTo(fromClassesMadeOneHot[i]);
        }
    }

    @Test
    void trainsTheSameTwice() {
        Sequential network = Sequential.of(Dense.of(4).activation("gelu"), Dense.of(1));
        LocalTrainer trainer = new LocalTrainer(Training.of("mse").epochs(5).batchSize(3));
        assertThat(trainer.fit(network, X, EXCLUSIVE_OR).weights().trainable())
                .isEqualTo(trainer.fit(network, X, EXCLUSIVE_OR).weights().trainable());
    }

    @Test
    void refusesExamplesThatDoNotFit() {
        LocalTrainer trainer = new LocalTrainer(Training.of("mse"));
        Sequential network = Sequential.of(Input.of(3), Dense.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(network, X, EXCLUSIVE_OR))
                .withMessage("The network takes examples of 3 features. Received: 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(network, X, new float[] {1}))
                .withMessageContaining("4 examples and 1 labels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(network, new float[][] {{1, 2, 3}, {1}}, new float[] {1, 2}))
                .withMessage("Every example needs 3 features. Received: 1 in example 1.");
    }

    @Test
    void refusesALossForOtherOutputs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalTrainer(Training.of("categorical_crossentropy"))
                        .fit(Sequential.of(Dense.of(1).activation("sigmoid")), X, EXCLUSIVE_OR))
                .withMessageContaining("at least 2")
                .withMessageContaining("binary_crossentropy");
    }
}
