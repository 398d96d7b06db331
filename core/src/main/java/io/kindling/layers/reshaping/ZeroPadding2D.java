package io.kindling.layers.reshaping;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.convolutional.Windows;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Puts zeros around images: (height, width, channels) to
 * {@code (top + height + bottom, left + width + right, channels)}.
 *
 * <p>Keras' {@code ZeroPadding2D}.
 *
 * @param padding how many rows and columns of zeros, {@code [[top, bottom], [left, right]]}; none negative
 */
public record ZeroPadding2D(List<List<Integer>> padding) implements UnaryLayer {
    private static final int AXES = 2;

    public ZeroPadding2D {
        boolean fits =
                padding != null && padding.size() == AXES && padding.stream().allMatch(ZeroPadding2D::isPair);
        if (!fits) {
            throw new KindlingException("ZeroPadding2D needs a padding [[top, bottom], [left, right]] of numbers"
                    + " that are not negative. Received: " + padding + ".");
        }
        padding = padding.stream().map(List::copyOf).toList();
    }

    private static boolean isPair(List<Integer> pair) {
        return pair != null && pair.size() == 2 && pair.stream().allMatch(zeros -> zeros != null && zeros >= 0);
    }

    /** As much on each side. */
    public static ZeroPadding2D of(int padding) {
        return of(padding, padding, padding, padding);
    }

    public static ZeroPadding2D of(int top, int bottom, int left, int right) {
        return new ZeroPadding2D(List.of(List.of(top, bottom), List.of(left, right)));
    }

    @Override
    public Shape outputShape(Shape input) {
        Windows.requireAxes(input, AXES);
        return Shape.of(padded(input, 0), padded(input, 1), input.last());
    }

    private int padded(Shape input, int axis) {
        List<Integer> zeros = padding.get(axis);
        return Math.addExact(Math.addExact(input.dimension(axis), zeros.get(0)), zeros.get(1));
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final int height;
        /** How many values a line of the input has, and one of the output. */
        private final int line;

        private final int paddedLine;
        private final int paddedSize;
        /** Where the input's first value is in the output. */
        private final int start;

        /** Zero wherever nothing is copied. */
        private final float[] y;

        private final float[] dx;
        private final boolean inputGradient;

        Bound(ZeroPadding2D layer, LayerBinding binding) {
            Shape input = binding.inputShape();
            Shape output = layer.outputShape(input);
            this.height = input.dimension(0);
            this.line = input.dimension(1) * input.last();
            this.paddedLine = output.dimension(1) * output.last();
            this.paddedSize = output.size();
            int top = layer.padding.get(0).get(0);
            int left = layer.padding.get(1).get(0);
            this.start = top * paddedLine + left * input.last();
            this.y = new float[Math.multiplyExact(binding.batchSize(), paddedSize)];
            this.inputGradient = binding.asksInputGradient();
            this.dx = new float[inputGradient ? Math.multiplyExact(binding.batchSize(), height * line) : 0];
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int rows = input.rows();
            for (int i = 0; i < rows * height; i++) {
                System.arraycopy(x, i * line, y, inOutput(i), line);
            }
            return input.with(y);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            if (inputGradient) {
                for (int i = 0; i < rows * height; i++) {
                    System.arraycopy(dy, inOutput(i), dx, i * line, line);
                }
            }
            return dx;
        }

        /** Where a line of the input, counted over all examples, starts in the output. */
        private int inOutput(int inputLine) {
            return inputLine / height * paddedSize + start + inputLine % height * paddedLine;
        }
    }
}
