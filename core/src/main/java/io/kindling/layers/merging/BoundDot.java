package io.kindling.layers.merging;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** The running form of {@link Dot}: both inputs as rows of vectors, and the products of each with each. */
final class BoundDot implements BoundLayer {
    private final Vectors left;
    private final Vectors right;
    private final float[] y;

    BoundDot(Dot layer, LayerBinding binding) {
        this.left = new Vectors(layer, 0, binding);
        this.right = new Vectors(layer, 1, binding);
        this.y = new float[Math.multiplyExact(binding.batchSize(), left.count * right.count)];
    }

    @Override
    public Tensor forward(List<Tensor> inputs, ForwardPass pass) {
        int rows = inputs.get(0).rows();
        left.take(inputs.get(0).values(), rows);
        right.take(inputs.get(1).values(), rows);
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = row * left.count; i < (row + 1) * left.count; i++) {
                for (int j = row * right.count; j < (row + 1) * right.count; j++) {
                    y[next++] = product(left.values, i * left.length, right.values, j * left.length, left.length);
                }
            }
        }
        return Tensor.of(y, rows);
    }

    private static float product(float[] a, int from, float[] b, int to, int length) {
        float sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[from + k] * b[to + k];
        }
        return sum;
    }

    @Override
    public List<float[]> gradients(float[] dy, int rows) {
        left.clear(rows);
        right.clear(rows);
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = row * left.count; i < (row + 1) * left.count; i++) {
                for (int j = row * right.count; j < (row + 1) * right.count; j++) {
                    float gradient = dy[next++];
                    left.add(gradient, right, i, j);
                    right.add(gradient, left, j, i);
                }
            }
        }
        return List.of(left.gradient(rows), right.gradient(rows));
    }

    /** An input as rows of the vectors that are summed along, of length 1 if that is asked for. */
    private static final class Vectors {
        /** Keras' limit below which a length is not divided by. */
        private static final double SHORTEST = 1e-7;

        private final boolean normalize;
        /** How many vectors an example has, and how long they are. */
        private final int count;

        private final int length;
        /** How far the numbers of a vector are apart in the input. */
        private final int stride;

        private final float[] values;
        private final float[] inverses;
        private final float[] gradient;
        private final float[] dx;

        Vectors(Dot layer, int which, LayerBinding binding) {
            Shape shape = binding.inputShapes().get(which);
            int axis = layer.axisOf(shape, which);
            this.normalize = layer.normalize();
            this.length = shape.dimension(axis);
            this.count = shape.size() / length;
            this.stride =
                    shape.dimensions().subList(axis + 1, shape.rank()).stream().reduce(1, (a, b) -> a * b);
            int size = Math.multiplyExact(binding.batchSize(), shape.size());
            this.values = new float[size];
            this.inverses = new float[normalize ? size / length : 0];
            this.gradient = new float[binding.training() ? size : 0];
            this.dx = new float[binding.training() ? size : 0];
        }

        /** Where the number of a vector, counted over all examples, lies in the input. */
        private int at(int vector, int k) {
            int example = vector / count;
            int within = vector % count;
            int outer = within / stride;
            return (example * count + outer * stride) * length + k * stride + within % stride;
        }

        void take(float[] x, int rows) {
            for (int vector = 0; vector < rows * count; vector++) {
                double squares = 0;
                for (int k = 0; k < length; k++) {
                    float value = x[at(vector, k)];
                    values[vector * length + k] = value;
                    squares += (double) value * value;
                }
                if (normalize) {
                    inverses[vector] = (float) (1 / Math.max(Math.sqrt(squares), SHORTEST));
                    for (int k = 0; k < length; k++) {
                        values[vector * length + k] *= inverses[vector];
                    }
                }
            }
        }

        void clear(int rows) {
            Arrays.fill(gradient, 0, rows * count * length, 0f);
        }

        void add(float factor, Vectors other, int vector, int others) {
            for (int k = 0; k < length; k++) {
                gradient[vector * length + k] += factor * other.values[others * length + k];
            }
        }

        float[] gradient(int rows) {
            for (int vector = 0; vector < rows * count; vector++) {
                float along = 0;
                float inverse = 1f;
                if (normalize) {
                    // A vector that is too short is divided by a constant.
                    boolean tooShort = inverses[vector] >= (float) (1 / SHORTEST);
                    along = tooShort ? 0f : product(gradient, vector * length, values, vector * length, length);
                    inverse = inverses[vector];
                }
                for (int k = 0; k < length; k++) {
                    int i = vector * length + k;
                    dx[at(vector, k)] = inverse * (gradient[i] - along * values[i]);
                }
            }
            return dx;
        }
    }
}
