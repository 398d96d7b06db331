package io.kindling.layers.reshaping;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import java.util.Arrays;

/** The running form of a layer each of whose outputs is one of its inputs. */
public final class BoundGather implements BoundUnaryLayer {
    /** Which input of an example each of its outputs is. */
    private final int[] sources;

    private final int inputs;
    private final float[] y;
    private final float[] dx;

    /** With the input of an example that each of its outputs is. */
    public BoundGather(int[] sources, LayerBinding binding) {
        this.sources = sources;
        this.inputs = binding.inputShape().size();
        this.y = new float[binding.batchSize() * sources.length];
        this.dx = new float[binding.training() ? binding.batchSize() * inputs : 0];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        float[] x = input.values();
        int rows = input.rows();
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < sources.length; i++) {
                y[row * sources.length + i] = x[row * inputs + sources[i]];
            }
        }
        return input.with(y);
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        Arrays.fill(dx, 0, rows * inputs, 0f);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < sources.length; i++) {
                dx[row * inputs + sources[i]] += dy[row * sources.length + i];
            }
        }
        return dx;
    }
}
