package io.kindling.benchmarks.steps;

import io.kindling.benchmarks.timing.Medians;
import java.util.Arrays;

/**
 * What one engine took for a step.
 *
 * @param engine its name
 * @param milliseconds per step, one entry per turn
 * @param loss the mean loss of its last step, to see that both did the same work
 */
record StepTimes(String engine, double[] milliseconds, double loss) {

    double median() {
        return Medians.of(milliseconds);
    }

    double fastest() {
        return Arrays.stream(milliseconds).min().orElseThrow();
    }

    double slowest() {
        return Arrays.stream(milliseconds).max().orElseThrow();
    }
}
