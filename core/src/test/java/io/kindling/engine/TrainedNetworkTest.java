package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.Input;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Concatenate;
import io.kindling.models.Functional;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.random.RandomKey;
import org.junit.jupiter.api.Test;

/** A trained network predicts each example by itself, however many there are, and refuses what does not fit. */
class TrainedNetworkTest {
    private static final Sequential NETWORK = Sequential.of(
            Input.of(3), Dense.of(5).activation("tanh"), Dense.of(2).activation("softmax"));
    private static final TrainedNetwork TRAINED =
            new TrainedNetwork(NETWORK, NETWORK.plan().initialWeights(1));

    @Test
    void predictsManyAsItPredictsOne() {
        float[][] examples = new float[600][3];
        for (int i = 0; i < examples.length; i++) {
            for (int j = 0; j < 3; j++) {
                examples[i][j] = (float) RandomKey.of(i).gaussianAt(j);
            }
        }
        float[][] predictions = TRAINED.predict(examples);
        assertThat(predictions).hasDimensions(600, 2);
        for (int i = 0; i < examples.length; i += 37) {
            float[] alone = TRAINED.predict(new float[][] {examples[i]})[0];
            assertThat(predictions[i]).containsExactly(alone, within(1e-6f));
            assertThat(predictions[i]).isNotEqualTo(predictions[(i + 256) % 600]);
        }
    }

    @Test
    void predictsNothingFromNothing() {
        assertThat(TRAINED.predict(new float[0][])).isEmpty();
    }

    @Test
    void refusesExamplesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TRAINED.predict(new float[][] {{1, 2, 3}, {1, 2}}))
                .withMessage("The network takes examples of 3 features. Received: 2.");
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainedNetwork(NETWORK, new Weights(new float[31], new float[0])))
                .withMessage("The network has 32 trainable parameters. Received: 31.");
    }

    @Test
    void takesTheFeaturesOfAllInputsOneAfterTheOther() {
        Node left = Node.input("left", 2);
        Node right = Node.input("right", 3);
        Functional network = Functional.of(Concatenate.of()
                .on(Dense.of(2).named("a").on(left), Dense.of(3).named("b").on(right)));
        TrainedNetwork trained = new TrainedNetwork(network, network.plan().initialWeights(3));
        float[] both = trained.predict(new float[][] {{1, 2, 3, 4, 5}})[0];
        assertThat(both).startsWith(trained.upTo("a").predict(new float[][] {{1, 2}})[0]);
        assertThat(both).endsWith(trained.upTo("b").predict(new float[][] {{3, 4, 5}})[0]);
    }
}
