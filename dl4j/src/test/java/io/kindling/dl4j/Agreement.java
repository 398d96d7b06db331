package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

/** Compares what both engines computed, and remembers by how much they differed at most. */
final class Agreement {
    /** Of the largest magnitude among the numbers compared. */
    private static final double TOLERANCE = 1e-4;

    private final Map<String, Double> largest = new TreeMap<>();

    /** Checks the prediction, the loss, the gradient and the moving statistics after a step. */
    void check(String name, BothEngines engines) {
        BothEngines.Numbers ours = engines.kindling();
        BothEngines.Numbers theirs = engines.dl4j();
        assertThat(magnitude(ours.gradient())).as("largest derivative").isGreaterThan(1e-3);
        check(name, "prediction", ours.prediction(), theirs.prediction());
        check(name, "loss", ours.loss(), theirs.loss());
        check(name, "gradient", ours.gradient(), theirs.gradient());
        check(name, "statistics", ours.statistics(), theirs.statistics());
    }

    /** Checks numbers of one kind. */
    void check(String name, String what, float[] ours, float[] theirs) {
        assertThat(theirs).as(what).hasSameSizeAs(ours);
        double limit = TOLERANCE * magnitude(ours);
        double off = 0;
        for (int i = 0; i < ours.length; i++) {
            double here = Math.abs((double) ours[i] - theirs[i]);
            off = Math.max(off, here);
            assertThat(here <= limit)
                    .as("%s[%d]: %s here, %s by DL4J", what, i, ours[i], theirs[i])
                    .isTrue();
        }
        if (ours.length > 0) {
            largest.merge(name, off / magnitude(ours), Math::max);
        }
    }

    private static double magnitude(float[] values) {
        double magnitude = 0;
        for (float value : values) {
            magnitude = Math.max(magnitude, Math.abs(value));
        }
        return magnitude;
    }

    /** Writes the largest deviation of each thing compared. */
    void print() {
        largest.forEach((name, off) -> System.out.printf("%s: at most %.1e apart%n", name, off));
    }
}
