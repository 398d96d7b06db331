package io.kindling.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** JSON that is too much of it is refused before it is kept. */
class UntrustedJsonTest {

    @Test
    void readsAValue() {
        assertThat(UntrustedJson.read("{\"a\": [1, 2]}", 7).path("a").get(1).intValue())
                .isEqualTo(2);
        assertThat(UntrustedJson.read("\"ü\"".getBytes(StandardCharsets.UTF_8), 1)
                        .textValue())
                .isEqualTo("ü");
    }

    @Test
    void refusesMoreTokensThanItMayHave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UntrustedJson.read("{\"a\": [1, 2]}", 6))
                .withMessage("has more than 6 names and values.");
    }

    @Test
    void refusesDeepNesting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UntrustedJson.read("[".repeat(1_000_000), 2_000_000))
                .withMessageStartingWith("is not valid JSON: ")
                .withMessageContaining("depth");
    }

    @Test
    void refusesAFieldGivenTwiceAndWhatFollows() {
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedJson.read("{\"a\": 1, \"a\": 1}", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> UntrustedJson.read("{} {}", 10));
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UntrustedJson.read(new byte[] {'"', (byte) 0xff, '"'}, 10))
                .withMessage("is not text in UTF-8.");
    }

    @Test
    void quotesLittleOfALongText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UntrustedJson.read("x".repeat(5_000_000), 10))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(150));
    }
}
