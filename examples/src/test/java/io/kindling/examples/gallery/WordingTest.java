package io.kindling.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the page says in English it says in Chinese. */
class WordingTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}|<[a-z ]+>");

    private final Wording english = Wording.english();
    private final Wording chinese = Wording.chinese();

    @Test
    void everyFactAndAdviceIsTranslatedAndNothingIsLeftOver() {
        assertThat(chinese.words().keySet())
                .containsExactlyInAnyOrderElementsOf(english.words().keySet());
    }

    @Test
    void notesUsesAndReasonsAreChinese() {
        assertThat(chinese.words().entrySet().stream()
                        .filter(entry -> entry.getKey().matches(".*\\.(note|use|why)"))
                        .filter(entry -> !CHINESE.matcher(entry.getValue()).find()))
                .isEmpty();
    }

    @Test
    void formulasHaveNoEnglishWordsAndTheSameNumbers() {
        for (ActivationFacts facts : AllFacts.LIST) {
            String formula = chinese.of(facts.name() + ".formula");
            assertThat(formula).doesNotContainPattern("\\b(for|below|else|between|with|such|that)\\b");
            assertThat(found(NUMBER, formula)).isEqualTo(found(NUMBER, facts.formula()));
        }
    }

    @Test
    void placesForValuesAreTheSame() {
        assertThat(found(PLACE, chinese.page())).isEqualTo(found(PLACE, english.page()));
        for (Map.Entry<String, String> entry : english.words().entrySet()) {
            assertThat(found(PLACE, chinese.of(entry.getKey())))
                    .as(entry.getKey())
                    .isEqualTo(found(PLACE, entry.getValue()));
        }
    }

    @Test
    void missingWordsAreNamed() {
        assertThatThrownBy(() -> new Wording("", Map.of()).of("relu.note")).hasMessageContaining("relu.note");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
