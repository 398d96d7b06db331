package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import java.util.Locale;

/** Which numbers a regression may predict. */
public enum PredictionRange {
    /** Any. */
    ANY,
    /** Numbers above zero, as all labels must be. */
    POSITIVE,
    /** From the smallest label of training to the largest. */
    TRAINING;

    /** By its name: {@code any}, {@code positive} or {@code training}. */
    static PredictionRange of(String text) {
        return Arrays.stream(values())
                .filter(range -> range.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new KindlingException(
                        "predictionRange must be any, positive or training. Received: " + text + "."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
