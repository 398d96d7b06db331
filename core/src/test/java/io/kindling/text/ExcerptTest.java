package io.kindling.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void leavesShortTextsAsTheyAre() {
        assertThat(Excerpt.of("adam(0.001)")).isEqualTo("adam(0.001)");
        assertThat(Excerpt.sentence("The column 'é' is empty.")).isEqualTo("The column 'é' is empty.");
    }

    @Test
    void namesAMissingValue() {
        assertThat(Excerpt.of(null)).isEqualTo("null");
    }

    @Test
    void keepsBothEndsOfALongText() {
        String shown = Excerpt.of("begin" + "x".repeat(5_000_000) + "end");
        assertThat(shown)
                .hasSize(Excerpt.QUOTATION)
                .startsWith("begin")
                .contains("…")
                .endsWith("end");
    }

    @Test
    void leavesAsMuchRoomAsASentenceHas() {
        assertThat(Excerpt.of("/data/models/digits/2026", 12)).isEqualTo("/data/mo…026");
    }

    @Test
    void turnsWhatATerminalWouldObeyIntoSpaces() {
        assertThat(Excerpt.of("a\nb\u001B[31mc\u2028d")).isEqualTo("a b [31mc d");
    }

    @Property(seed = "1")
    void isNeverLongerThanAsked(@ForAll String text) {
        String long3 = text + text + text + "x".repeat(300);
        assertThat(Excerpt.of(long3).length()).isLessThanOrEqualTo(Excerpt.QUOTATION);
        assertThat(Excerpt.sentence(long3).length()).isLessThanOrEqualTo(Excerpt.SENTENCE);
    }

    @Property(seed = "1")
    void isOneLine(@ForAll String text) {
        assertThat(Excerpt.sentence(text)).doesNotContain("\n", "\r", "\u0000");
        assertThat(Excerpt.sentence(text).lines().count()).isLessThanOrEqualTo(1);
    }
}
