package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the texts of the param {@code averagingFrequency} stand for. */
class AveragingFrequencyTest {

    @ParameterizedTest
    @CsvSource({
        "20, 4, 500, 20",
        "1, 64, 500, 1",
        "epoch, 4, 500, 500",
        "auto, 1, 500, 1280",
        "auto, 2, 500, 452",
        "auto, 4, 500, 160",
        "auto, 16, 500, 20",
        "auto, 64, 500, 10"
    })
    void isSoManyMiniBatches(String text, int workers, int inEpoch, int expected) {
        assertThat(AveragingFrequency.of(text).batches(workers, inEpoch)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "epoch", "auto", " Epoch "})
    void isWrittenAsItIsRead(String text) {
        AveragingFrequency frequency = AveragingFrequency.of(text);
        assertThat(AveragingFrequency.of(frequency.toString())).isEqualTo(frequency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "often", "", "2.5"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> AveragingFrequency.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("averagingFrequency")
                .hasMessageContaining("Received: " + text);
    }
}
