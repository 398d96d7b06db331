package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without the artifact of the engine dl4j, the error names it; this module's tests do not have it. */
class TrainingEnginesTest {

    @Test
    void findTheOneOfThisModule() {
        assertThat(TrainingEngines.named("kindling")).isInstanceOf(KindlingEngine.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dl4j", "frob"})
    void nameTheArtifactThatHasAnother(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingEngines.named(name))
                .withMessage("The engine must be one of those there are: dl4j (once"
                        + " io.kindling:kindling-dl4j is on the class path), kindling."
                        + " Received: '" + name + "'.");
    }
}
