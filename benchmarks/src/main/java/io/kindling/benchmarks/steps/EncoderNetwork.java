package io.kindling.benchmarks.steps;

import io.kindling.layers.Node;
import io.kindling.layers.attention.MultiHeadAttention;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Add;
import io.kindling.layers.normalization.LayerNormalization;
import io.kindling.layers.pooling.GlobalAveragePooling1D;
import io.kindling.models.Functional;

/**
 * A Transformer's encoder layer that normalizes after each addition, the mean over its steps, and a classifier: PyTorch's
 * {@code nn.TransformerEncoderLayer(128, 4, 512, dropout=0, activation="gelu")} before a linear layer.
 *
 * <p>Vaswani et al., "Attention is all you need", arXiv:1706.03762.
 */
final class EncoderNetwork {
    static final String NAME = "Transformer over 64x128";
    /** Sequences per step. */
    static final int BATCH_SIZE = 32;

    private static final int STEPS = 64;
    private static final int FEATURES = 128;
    private static final int HEADS = 4;
    private static final int INSIDE = 512;
    private static final double EPSILON = 1e-5;

    private EncoderNetwork() {}

    static Functional network(int classes) {
        Node x = Node.input("x", STEPS, FEATURES);
        Node attention = MultiHeadAttention.of(HEADS, FEATURES / HEADS).on(x, x);
        Node attended = LayerNormalization.of().epsilon(EPSILON).on(Add.of().on(x, attention));
        Node inside = Dense.of(INSIDE).activation("gelu").on(attended);
        Node sum = Add.of().on(attended, Dense.of(FEATURES).on(inside));
        Node encoded = LayerNormalization.of().epsilon(EPSILON).on(sum);
        return Functional.of(Dense.of(classes).activation("softmax").on(new GlobalAveragePooling1D().on(encoded)));
    }

    /** Each product has one forward and two backward, but those of the input need no gradient of it. */
    static double operations(int classes) {
        double ofInput = 3.0 * STEPS * FEATURES * FEATURES;
        double scoresAndTaken = 2.0 * STEPS * STEPS * FEATURES;
        double output = 1.0 * STEPS * FEATURES * FEATURES;
        double dense = 2.0 * STEPS * FEATURES * INSIDE + FEATURES * classes;
        return 2.0 * BATCH_SIZE * (2 * ofInput + 3 * (scoresAndTaken + output + dense));
    }
}
