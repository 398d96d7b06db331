package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

/** A training that cannot be is refused before it starts. */
class TrainingTest {

    @Test
    void refusesWhatCannotBe() {
        Training training = Training.of("mse");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.epochs(0))
                .withMessage("epochs must be at least 1. Received: 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> training.batchSize(-2))
                .withMessage("batchSize must be at least 1. Received: -2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.of("mean_squared"))
                .withMessageStartingWith("Unknown loss 'mean_squared'.");
        assertThatNullPointerException()
                .isThrownBy(() -> training.optimizer(null))
                .withMessageContaining("optimizer");
    }
}
