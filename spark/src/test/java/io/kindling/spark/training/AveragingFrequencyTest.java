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
        "auto, 1, 500, 500",
        "auto, 1, 1280, 1280",
        "auto, 2, 904, 452",
        "auto, 4, 1600, 160",
        "auto, 16, 500, 20",
        "auto, 64, 500, 10"
    })
    void isSoManyMiniBatches(String text, int workers, int inEpoch, int expected) {
        assertThat(AveragingFrequency.of(text).batches(workers, inEpoch)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 1875, 1", "2, 469, 1", "2, 938, 2", "4, 235, 1", "4, 250, 2", "64, 3, 1", "64, 14, 1", "64, 16, 2"})
    void roundsOfAutoAreAlike(int workers, int inEpoch, int rounds) {
        int batches = AveragingFrequency.of("auto").batches(workers, inEpoch);
        assertThat(batches).isEqualTo((inEpoch + rounds - 1) / rounds);
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
