package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.data.DenseBlock;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An evaluation is the weighted mean over all examples, however many mini-batches they make. */
class EvaluatorTest {
    private static final int ROWS = 1000;
    /** y = 2x. */
    private static final TrainedNetwork DOUBLING = new TrainedNetwork(
            Sequential.of(Input.of(1), Dense.of(1).useBias(false)), new Weights(new float[] {2}, new float[0]));

    @Test
    void isTheMeanOverAllExamples() {
        Evaluation evaluation = evaluate(null);
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            squares += Math.pow(2.0 * i / ROWS - 1, 2);
        }
        assertThat(evaluation.examples()).isEqualTo(ROWS);
        assertThat(evaluation.loss()).isCloseTo(squares / ROWS, within(1e-6));
        assertThat(evaluation.metrics()).containsOnlyKeys("mean_squared_error", "mean_absolute_error");
        assertThat(evaluation.metrics().get("mean_squared_error")).isCloseTo(squares / ROWS, within(1e-6));
    }

    @Test
    void examplesWeighWhatTheyWeigh() {
        float[] weights = new float[ROWS];
        weights[100] = 1;
        weights[900] = 3;
        Evaluation evaluation = evaluate(weights);
        assertThat(evaluation.loss()).isCloseTo((0.8 * 0.8 + 3 * 0.8 * 0.8) / 4, within(1e-6));
        assertThat(evaluation.metrics().get("mean_absolute_error")).isCloseTo(0.8, within(1e-6));
    }

    @Test
    void asksForNoGradient() {
        Loss valueOnly = new Loss() {
            @Override
            public double value(float[] target, float[] weight, float[] output, int rows, int columns) {
                return 3 * rows;
            }

            @Override
            public void gradient(
                    float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
                throw new AssertionError("Nobody reads it.");
            }
        };
        Evaluator evaluator = new Evaluator(DOUBLING, valueOnly, List.of());
        assertThat(evaluator.evaluate(examples(null)).loss()).isEqualTo(3);
    }

    @Test
    void needsAnExample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Evaluator(DOUBLING, Loss.of("mse"), List.of()).evaluate(new Examples(List.of())))
                .withMessage("Evaluation needs at least one example. Received: none.");
    }

    private static Evaluation evaluate(float[] weights) {
        return new Evaluator(DOUBLING, Loss.of("mse"), List.of(Metric.of("mse"), Metric.of("mae")))
                .evaluate(examples(weights));
    }

    /** x from 0 to 1; the true value is always 1. */
    private static Examples examples(float[] weights) {
        float[] x = new float[ROWS];
        float[] y = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = (float) i / ROWS;
            y[i] = 1;
        }
        return new Examples(List.of(new DenseBlock(1, x, 1, y, weights)));
    }
}
