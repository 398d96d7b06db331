package io.kindling.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trainings are told apart by all that their models depend on. */
class RunIdentityTest {
    private static final Map<String, String> VALIDATED = Map.of("seed", "1", "monitor", "val_loss");

    @Test
    void theNamesOfWhatDiffersAreSorted() {
        assertThat(new RunIdentity(Map.of("seed", "1", "network", "a", "loss", "x"))
                        .differences(Map.of("seed", "2", "network", "b", "loss", "x")))
                .containsExactly("network", "seed");
    }

    /** One that is validated may have stopped early. */
    @Test
    void whatOnlyOneOfTwoHasDiffers() {
        RunIdentity plain = new RunIdentity(Map.of("seed", "1"));
        assertThat(plain.differences(VALIDATED)).containsExactly("monitor");
        assertThat(new RunIdentity(VALIDATED).differences(plain.parts())).containsExactly("monitor");
        assertThat(plain.differences(plain.parts())).isEmpty();
    }
}
