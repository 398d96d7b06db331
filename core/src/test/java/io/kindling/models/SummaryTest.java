package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import org.junit.jupiter.api.Test;

/** The summary is the table Keras prints. */
class SummaryTest {

    @Test
    void isWhatKerasPrints() {
        Sequential network = Sequential.of(
                Input.of(784),
                Dense.of(64).activation("relu"),
                Dense.of(32).activation("relu"),
                Dense.of(10).activation("softmax"));
        assertThat(network.summary()).isEqualTo("""
                        Model: "sequential"
                        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
                        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
                        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
                        │ dense (Dense)                   │ (None, 64)             │        50,240 │
                        ├─────────────────────────────────┼────────────────────────┼───────────────┤
                        │ dense_1 (Dense)                 │ (None, 32)             │         2,080 │
                        ├─────────────────────────────────┼────────────────────────┼───────────────┤
                        │ dense_2 (Dense)                 │ (None, 10)             │           330 │
                        └─────────────────────────────────┴────────────────────────┴───────────────┘
                         Total params: 52,650 (205.66 KB)
                         Trainable params: 52,650 (205.66 KB)
                         Non-trainable params: 0 (0.00 B)
                        """);
    }
}
