package io.kindling.layers.attention;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.ZeroGradient;
import io.kindling.tensor.Shape;

/**
 * A fixed vector for each step of a sequence, whatever is in it: (steps, features) to the same,
 * {@code y[t, 2i] = sin(t · w^(-2i / features))} and {@code y[t, 2i + 1]} the cosine of the same, with w the longest wave. It is
 * added to what the steps hold: {@code Add.of().on(x, SinePositionEncoding.of().on(x))}.
 *
 * <p>KerasHub's {@code SinePositionEncoding}; Vaswani et al., "Attention is all you need", arXiv:1706.03762.
 *
 * @param maxWavelength the longest wave, in steps over 2π; positive
 */
public record SinePositionEncoding(double maxWavelength) implements UnaryLayer {

    public SinePositionEncoding {
        if (!(maxWavelength > 0 && Double.isFinite(maxWavelength))) {
            throw new KindlingException(
                    "SinePositionEncoding needs a positive max_wavelength. Received: " + maxWavelength + ".");
        }
    }

    /** KerasHub's default, 10000. */
    public static SinePositionEncoding of() {
        return new SinePositionEncoding(10_000);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireSequence();
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    /** The vectors of all steps. */
    private float[] encoding(Shape input) {
        int features = input.last();
        float[] encoding = new float[input.size()];
        for (int t = 0; t < input.dimension(0); t++) {
            for (int i = 0; i < features; i++) {
                double angle = t * Math.pow(maxWavelength, -(double) (i / 2 * 2) / features);
                encoding[t * features + i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
            }
        }
        return encoding;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(encoding(binding.inputShape()), binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final float[] y;
        private final ZeroGradient zeroGradient;

        Bound(float[] encoding, LayerBinding binding) {
            this.y = new float[Math.multiplyExact(binding.batchSize(), encoding.length)];
            for (int start = 0; start < y.length; start += encoding.length) {
                System.arraycopy(encoding, 0, y, start, encoding.length);
            }
            this.zeroGradient = new ZeroGradient(binding);
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            return input.with(y);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            return zeroGradient.zeros();
        }
    }
}
