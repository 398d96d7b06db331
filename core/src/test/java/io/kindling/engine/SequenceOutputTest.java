package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network with an output at every time step is trained on all of them: the loss is the mean over time steps. */
class SequenceOutputTest {
    private static final int EXAMPLES = 2;
    private static final int TIME_STEPS = 3;
    private static final int OUTPUTS = 2;

    @Test
    void meanSquaredErrorCountsEveryTimeStep() {
        Sequential network = Sequential.of(Input.of(TIME_STEPS, 4), Dense.of(OUTPUTS));
        double sum = 0;
        float[] predictions = new float[EXAMPLES * TIME_STEPS * OUTPUTS];
        double loss = loss(network, "mean_squared_error", predictions);
        for (int i = 0; i < predictions.length; i++) {
            sum += Math.pow(predictions[i] - target(i), 2);
        }
        assertThat(loss).isCloseTo(sum / predictions.length, within(1e-5));
    }

    @Test
    void crossentropyCountsEveryTimeStep() {
        Sequential network =
                Sequential.of(Input.of(TIME_STEPS, 4), Dense.of(OUTPUTS).activation("softmax"));
        double sum = 0;
        float[] predictions = new float[EXAMPLES * TIME_STEPS * OUTPUTS];
        double loss = loss(network, "categorical_crossentropy", predictions);
        for (int i = 0; i < predictions.length; i++) {
            sum -= target(i) * Math.log(predictions[i]);
        }
        assertThat(loss).isCloseTo(sum / (EXAMPLES * TIME_STEPS), within(1e-5));
    }

    private static double loss(Sequential network, String loss, float[] predictions) {
        NetworkPlan plan = network.plan();
        float[] x = new float[EXAMPLES * TIME_STEPS * 4];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) RandomKey.of(5).gaussianAt(i);
        }
        float[] targets = new float[predictions.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = target(i);
        }
        int outputs = TIME_STEPS * OUTPUTS;
        Batch batch = new Batch(EXAMPLES, TIME_STEPS * 4, outputs, outputs);
        batch.fill(
                new Examples(List.of(new DenseBlock(TIME_STEPS * 4, x, outputs, targets, null))),
                ExampleOrder.asGiven(),
                0,
                EXAMPLES);
        try (BoundTraining running = new BoundTraining(plan, Loss.of(loss), EXAMPLES)) {
            running.network().load(plan.initialWeights(1));
            System.arraycopy(running.network().predict(x, EXAMPLES), 0, predictions, 0, predictions.length);
            return running.gradient(batch, RandomKey.of(1)) / EXAMPLES;
        }
    }

    /** The first output is right at every even time step, the second at the others. */
    private static float target(int i) {
        return i % OUTPUTS == i / OUTPUTS % OUTPUTS ? 1f : 0f;
    }
}
