package io.kindling.layers;

import java.util.Arrays;

/** The gradient of an input whose numbers the output does not depend on smoothly, or not at all. */
public final class ZeroGradient {
    private final float[] zeros;

    /** With room where the gradient is asked for. */
    public ZeroGradient(LayerBinding binding) {
        this.zeros = new float
                [binding.asksInputGradient()
                        ? Math.multiplyExact(
                                binding.batchSize(), binding.inputShape().size())
                        : 0];
    }

    /** Zeros, whatever whoever got them last has written to them. */
    public float[] zeros() {
        Arrays.fill(zeros, 0f);
        return zeros;
    }
}
