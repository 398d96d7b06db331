package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.golden.Golden;
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

    /** Of the functional network of two embeddings beside plain features that the reference values have. */
    @Test
    void isWhatKerasPrintsOfAGraph() {
        Network network = Golden.cases("functional").stream()
                .filter(one -> one.get("case").textValue().equals("wide_and_deep"))
                .map(one -> Network.fromJson(one.get("model").toString()))
                .findFirst()
                .orElseThrow();
        assertThat(network.summary()).isEqualTo("""
                        Model: "functional"
                        ┏━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━┓
                        ┃ Layer (type)        ┃ Output Shape      ┃    Param # ┃ Connected to      ┃
                        ┡━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━┩
                        │ a (InputLayer)      │ (None, 1)         │          0 │ -                 │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ b (InputLayer)      │ (None, 1)         │          0 │ -                 │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ embed_a (Embedding) │ (None, 1, 3)      │         21 │ a[0][0]           │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ embed_b (Embedding) │ (None, 1, 2)      │         10 │ b[0][0]           │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ flat_a (Flatten)    │ (None, 3)         │          0 │ embed_a[0][0]     │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ flat_b (Flatten)    │ (None, 2)         │          0 │ embed_b[0][0]     │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ wide (InputLayer)   │ (None, 10)        │          0 │ -                 │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ joined              │ (None, 15)        │          0 │ flat_a[0][0],     │
                        │ (Concatenate)       │                   │            │ flat_b[0][0],     │
                        │                     │                   │            │ wide[0][0]        │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ deep (Dense)        │ (None, 6)         │         96 │ joined[0][0]      │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ from_deep (Dense)   │ (None, 1)         │          7 │ deep[0][0]        │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ from_wide (Dense)   │ (None, 1)         │         10 │ wide[0][0]        │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ logit (Add)         │ (None, 1)         │          0 │ from_deep[0][0],  │
                        │                     │                   │            │ from_wide[0][0]   │
                        ├─────────────────────┼───────────────────┼────────────┼───────────────────┤
                        │ out (Activation)    │ (None, 1)         │          0 │ logit[0][0]       │
                        └─────────────────────┴───────────────────┴────────────┴───────────────────┘
                         Total params: 144 (576.00 B)
                         Trainable params: 144 (576.00 B)
                         Non-trainable params: 0 (0.00 B)
                        """);
    }
}
