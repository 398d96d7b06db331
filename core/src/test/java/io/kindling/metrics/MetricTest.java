package io.kindling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Metrics count what they should, for every way to write targets, and weigh examples. */
class MetricTest {
    /** The largest of each row: 2, 0, 1. */
    private static final float[] SCORES = {0.1f, 0.2f, 0.7f, 0.5f, 0.3f, 0.2f, 0.3f, 0.4f, 0.3f};

    @Test
    void accuracyOfClassIndices() {
        assertThat(new Accuracy().sum(new float[] {2, 1, 1}, 1, ones(3), SCORES, 3, 3))
                .isEqualTo(2);
    }

    @Test
    void accuracyOfOneHotTargets() {
        float[] target = {0, 0, 1, 0, 1, 0, 0, 1, 0};
        assertThat(new Accuracy().sum(target, 3, ones(3), SCORES, 3, 3)).isEqualTo(2);
    }

    @Test
    void accuracyOfBinaryTargets() {
        float[] probabilities = {0.6f, 0.4f, 0.9f, 0.1f, 0.5f};
        assertThat(new Accuracy().sum(new float[] {1, 0, 0, 1, 0}, 1, ones(5), probabilities, 5, 1))
                .isEqualTo(3);
    }

    @Test
    void accuracyWeighsExamples() {
        float[] weight = {0.5f, 2, 3};
        assertThat(new Accuracy().sum(new float[] {2, 1, 1}, 1, weight, SCORES, 3, 3))
                .isEqualTo(3.5);
    }

    @Test
    void topKCountsTheKLargest() {
        float[] target = {0, 2, 0};
        float[] weight = {1, 10, 100};
        assertThat(new TopKAccuracy(1).sum(target, 1, weight, SCORES, 3, 3)).isZero();
        // Among equals both are in: the third row's 0.3 and 0.3 both follow 0.4.
        assertThat(new TopKAccuracy(2).sum(target, 1, weight, SCORES, 3, 3)).isEqualTo(100);
        assertThat(new TopKAccuracy(3).sum(target, 1, weight, SCORES, 3, 3)).isEqualTo(111);
        assertThat(new TopKAccuracy(2).sum(new float[] {0, 0, 1, 0, 1, 0, 0, 1, 0}, 3, ones(3), SCORES, 3, 3))
                .isEqualTo(3);
    }

    @Test
    void topKRefusesZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TopKAccuracy(0))
                .withMessage("top_k_accuracy needs a k of at least 1. Received: 0.");
    }

    @Test
    void errorsAreMeansOverOutputs() {
        float[] target = {1, 2, 3, 4};
        float[] output = {2, 2, 3, 7};
        assertThat(new MeanSquaredError().sum(target, 2, ones(2), output, 2, 2)).isCloseTo(0.5 + 4.5, within(1e-12));
        assertThat(new MeanAbsoluteError().sum(target, 2, ones(2), output, 2, 2))
                .isCloseTo(0.5 + 1.5, within(1e-12));
    }

    @Test
    void errorsWeighExamples() {
        float[] target = {1, 2, 3, 4};
        float[] output = {2, 2, 3, 7};
        float[] weight = {3, 0.5f};
        assertThat(new MeanSquaredError().sum(target, 2, weight, output, 2, 2)).isCloseTo(1.5 + 2.25, within(1e-12));
        assertThat(new MeanAbsoluteError().sum(target, 2, weight, output, 2, 2)).isCloseTo(1.5 + 0.75, within(1e-12));
    }

    /** A network that gives NaN has learned nothing: it must not look as if it had. */
    @Test
    void leavesNaNOutOfHits() {
        float[] nan = {Float.NaN, Float.NaN, Float.NaN};
        for (int target = 0; target < 3; target++) {
            assertThat(new TopKAccuracy(1).sum(new float[] {target}, 1, ones(1), nan, 1, 3))
                    .isZero();
        }
    }

    private static float[] ones(int rows) {
        float[] ones = new float[rows];
        Arrays.fill(ones, 1f);
        return ones;
    }
}
