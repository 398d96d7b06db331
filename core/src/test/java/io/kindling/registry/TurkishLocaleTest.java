package io.kindling.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are read and numbers printed the same where I is not the capital of i and a comma starts the decimals. */
class TurkishLocaleTest {
    private Locale before;

    @BeforeEach
    void goToTurkey() {
        before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @AfterEach
    void comeBack() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @MethodSource("io.kindling.registry.Registries#texts")
    void readsCapitals(Registry<?> registry, String text) {
        assertThat(registry.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(registry.parse(text));
    }

    @Test
    void writesAndReadsNetworks() {
        Sequential network =
                Sequential.of(Input.of(3), Dense.of(1200).activation("LINEAR").kernelInitializer("HE_UNIFORM"));
        assertThat(Sequential.fromCompleteJson(network.toJson())).isEqualTo(network);
        assertThat(network.summary()).contains("4,800 (18.75 KB)").contains("(None, 1200)");
    }
}
