package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.data.DenseBlock;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a worker are a pure function of the state, the data and the round, down to the last bit. */
class LocalStepsTest {
    private static final int ROWS = 50;
    private static final int BATCHES = 7;
    private static final NetworkPlan PLAN = Sequential.of(
                    Input.of(6),
                    Dense.of(9).activation("gelu"),
                    Dropout.of(0.3),
                    Dense.of(3).activation("softmax"))
            .plan();
    private static final Training TRAINING = Training.of("categorical_crossentropy")
            .optimizer(Adam.of(0.01))
            .batchSize(8)
            .seed(11);
    private static final Examples EXAMPLES = examples(ROWS);
    private static final Round EPOCH = new Round(0, 0, 0, BATCHES);

    @Test
    void sameInputsGiveTheSameBits() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        assertSame(run(start, EPOCH), run(start, EPOCH));
    }

    @Test
    void whatWasRunBeforeLeavesNoTrace() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        try (LocalSteps steps = new LocalSteps(PLAN, TRAINING)) {
            Contribution first = steps.run(start, EXAMPLES, EPOCH);
            steps.run(first.state(), EXAMPLES, new Round(3, 2, 1, 4));
            assertSame(steps.run(start, EXAMPLES, EPOCH), first);
        }
    }

    @Test
    void roomFollowsTheExamplesNotTheMiniBatchAskedFor() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        Contribution whole = run(TRAINING.batchSize(ROWS), start, EPOCH);
        assertSame(run(TRAINING.batchSize(Integer.MAX_VALUE), start, EPOCH), whole);
    }

    @Test
    void roomGrowsWithTheExamples() {
        Training training = TRAINING.batchSize(ROWS);
        TrainingState start = TrainingState.initial(PLAN, training);
        try (LocalSteps steps = new LocalSteps(PLAN, training)) {
            steps.run(start, examples(3), EPOCH);
            assertSame(steps.run(start, EXAMPLES, EPOCH), run(training, start, EPOCH));
        }
    }

    @Test
    void refusesMiniBatchesThatNoArrayHolds() {
        NetworkPlan wide = Sequential.of(Input.of(50_000), Dense.of(3)).plan();
        Training training = TRAINING.batchSize(Integer.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalSteps.requireRoom(wide, training, 100_000))
                .withMessageContainingAll("100000 examples", "50000 numbers", "batchSize of at most 42949.");
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundTraining(wide, training.loss(), 42_950));
        assertThatCode(() -> LocalSteps.requireRoom(wide, training, 42_949)).doesNotThrowAnyException();
    }

    @Test
    void startIsLeftAsItIs() {
        TrainingState warm = run(TrainingState.initial(PLAN, TRAINING), EPOCH).state();
        float[] weights = warm.weights().trainable().clone();
        float[][] slots = Arrays.stream(warm.slots()).map(float[]::clone).toArray(float[][]::new);
        run(warm, new Round(1, 0, 0, BATCHES));
        assertThat(warm.weights().trainable()).isEqualTo(weights);
        assertThat(warm.slots()).isDeepEqualTo(slots);
        assertThat(warm.step()).isEqualTo(BATCHES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void roundsOfAnEpochAddUpToIt(boolean shuffle) {
        Training training = TRAINING.shuffle(shuffle);
        TrainingState start = TrainingState.initial(PLAN, training);
        Contribution whole = run(training, start, EPOCH);
        Contribution first = run(training, start, new Round(0, 0, 0, 3));
        Contribution rest = run(training, first.state(), new Round(0, 0, 3, BATCHES - 3));
        assertSame(rest.state(), whole.state());
        assertThat(first.examples() + rest.examples()).isEqualTo(whole.examples());
    }

    @Test
    void keepsToConstraints() {
        NetworkPlan limited = Sequential.of(
                        Input.of(6),
                        Dense.of(3).activation("softmax").useBias(false).kernelConstraint("non_neg"))
                .plan();
        try (LocalSteps steps = new LocalSteps(limited, TRAINING)) {
            TrainingState end = steps.run(TrainingState.initial(limited, TRAINING), EXAMPLES, EPOCH)
                    .state();
            for (float weight : end.weights().trainable()) {
                assertThat(weight).isNotNegative();
            }
        }
    }

    @Test
    void roundMayAskForMoreThanThereIs() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        Contribution first = run(start, new Round(0, 0, 0, 3));
        Contribution rest = run(first.state(), new Round(0, 0, 3, Integer.MAX_VALUE));
        assertSame(rest.state(), run(start, EPOCH).state());
    }

    @Test
    void countsExamplesAndSteps() {
        Contribution epoch = run(TrainingState.initial(PLAN, TRAINING), EPOCH);
        assertThat(epoch.examples()).isEqualTo(ROWS);
        assertThat(epoch.state().step()).isEqualTo(BATCHES);
        // Near the loss of guessing among three classes.
        assertThat(epoch.lossSum() / epoch.examples()).isBetween(0.7, 1.7);
    }

    @Test
    void withoutExamplesNothingChanges() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        try (LocalSteps steps = new LocalSteps(PLAN, TRAINING)) {
            assertThat(steps.run(start, new Examples(List.of()), EPOCH)).isEqualTo(new Contribution(start, 0, 0));
        }
    }

    @Test
    void beyondTheLastBatchNothingChanges() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        Contribution none = run(start, new Round(0, 0, BATCHES, 5));
        assertSame(none.state(), start);
        assertThat(none.examples()).isZero();
    }

    @Test
    void everyEpochWorkerAndSeedDrawsItsOwn() {
        TrainingState start = TrainingState.initial(PLAN, TRAINING);
        float[] base = run(start, EPOCH).state().weights().trainable();
        assertThat(run(start, new Round(1, 0, 0, BATCHES)).state().weights().trainable())
                .isNotEqualTo(base);
        assertThat(run(start, new Round(0, 1, 0, BATCHES)).state().weights().trainable())
                .isNotEqualTo(base);
        assertThat(run(TRAINING.seed(12), start, EPOCH).state().weights().trainable())
                .isNotEqualTo(base);
    }

    @Test
    void lossFalls() {
        TrainingState state = TrainingState.initial(PLAN, TRAINING);
        double first = 0;
        double last = 0;
        for (int epoch = 0; epoch < 30; epoch++) {
            Contribution contribution = run(state, new Round(epoch, 0, 0, BATCHES));
            state = contribution.state();
            last = contribution.lossSum() / ROWS;
            first = epoch == 0 ? last : first;
        }
        assertThat(last).isLessThan(0.7 * first);
    }

    private static Contribution run(TrainingState start, Round round) {
        return run(TRAINING, start, round);
    }

    private static Contribution run(Training training, TrainingState start, Round round) {
        try (LocalSteps steps = new LocalSteps(PLAN, training)) {
            return steps.run(start, EXAMPLES, round);
        }
    }

    private static void assertSame(Contribution actual, Contribution expected) {
        assertSame(actual.state(), expected.state());
        assertThat(actual.examples()).isEqualTo(expected.examples());
        assertThat(actual.lossSum()).isEqualTo(expected.lossSum());
    }

    private static void assertSame(TrainingState actual, TrainingState expected) {
        assertThat(actual.weights().trainable()).isEqualTo(expected.weights().trainable());
        assertThat(actual.slots()).isDeepEqualTo(expected.slots());
        assertThat(actual.step()).isEqualTo(expected.step());
    }

    /** The class is the largest of the first three features. */
    private static Examples examples(int rows) {
        float[] x = new float[rows * 6];
        float[] y = new float[rows * 3];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) RandomKey.of(21).gaussianAt(i);
        }
        for (int row = 0; row < rows; row++) {
            int largest = 0;
            for (int i = 1; i < 3; i++) {
                largest = x[row * 6 + i] > x[row * 6 + largest] ? i : largest;
            }
            y[row * 3 + largest] = 1;
        }
        return new Examples(List.of(new DenseBlock(6, x, 3, y, null)));
    }
}
