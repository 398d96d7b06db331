package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The example learns what it says. */
class DigitsClassifierTest {

    @Test
    void tellsDigitsApart() {
        assertThat(DigitsClassifier.accuracy(ExampleData.spark())).isGreaterThan(0.95);
    }
}
