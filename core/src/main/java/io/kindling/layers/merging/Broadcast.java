package io.kindling.layers.merging;

import io.kindling.tensor.Shape;
import java.util.Arrays;

/** One input of a merge as an array of the output's shape, its values repeated where they must be. */
final class Broadcast {
    /** Which value of an example each of the output's is; empty if they are the same. */
    private final int[] sources;

    private final int inputs;
    private final float[] repeated;
    private final float[] dx;

    Broadcast(Shape input, Shape output, int batchSize, boolean inputGradient) {
        boolean same = input.size() == output.size();
        this.inputs = input.size();
        this.sources = same ? new int[0] : sources(input, output);
        this.repeated = new float[Math.multiplyExact(batchSize, sources.length)];
        this.dx = new float[same || !inputGradient ? 0 : Math.multiplyExact(batchSize, inputs)];
    }

    private static int[] sources(Shape input, Shape output) {
        int[] sources = new int[output.size()];
        int outer = output.rank() - input.rank();
        for (int i = 0; i < sources.length; i++) {
            int rest = i;
            int stride = 1;
            for (int axis = output.rank() - 1; axis >= outer; axis--) {
                int length = input.dimension(axis - outer);
                sources[i] += length == 1 ? 0 : rest % output.dimension(axis) * stride;
                rest /= output.dimension(axis);
                stride *= length;
            }
        }
        return sources;
    }

    /** The values in the shape of the output. */
    float[] of(float[] x, int rows) {
        if (sources.length == 0) {
            return x;
        }
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < sources.length; i++) {
                repeated[row * sources.length + i] = x[row * inputs + sources[i]];
            }
        }
        return repeated;
    }

    /** The gradient of the input from that of its repeated values, each the sum of its repetitions'. */
    float[] gradient(float[] ofRepeated, int rows) {
        if (sources.length == 0) {
            return ofRepeated;
        }
        Arrays.fill(dx, 0, rows * inputs, 0f);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < sources.length; i++) {
                dx[row * inputs + sources[i]] += ofRepeated[row * sources.length + i];
            }
        }
        return dx;
    }
}
