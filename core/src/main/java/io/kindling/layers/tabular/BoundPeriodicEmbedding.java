package io.kindling.layers.tabular;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import java.util.Arrays;

/** The running form of {@link PeriodicEmbedding}. */
final class BoundPeriodicEmbedding implements BoundUnaryLayer {
    private static final double TURN = 2 * Math.PI;

    private final WeightSlice frequency;
    private final WeightSlice phase;
    private final WeightSlice kernel;
    private final WeightSlice bias;
    private final int features;
    private final int frequencies;
    private final int outputDim;
    /** Columns of the kernel that belong to a feature. */
    private final int units;

    private final int rowsPerExample;
    private final boolean training;

    /** Of each number, by frequency. */
    private final float[] cosines;

    private final float[] sines;
    private final float[] y;
    private final float[] dx;
    private float[] x = {};

    BoundPeriodicEmbedding(int frequencies, int outputDim, LayerBinding binding) {
        this.frequency = binding.weight("frequency");
        this.phase = binding.weight("phase");
        this.kernel = binding.weight("kernel");
        this.bias = binding.weight("bias");
        this.features = binding.inputShape().last();
        this.frequencies = frequencies;
        this.outputDim = outputDim;
        this.units = outputDim - 1;
        this.rowsPerExample = binding.inputShape().size() / features;
        this.training = binding.training();
        int numbers =
                Math.multiplyExact(binding.batchSize(), binding.inputShape().size());
        this.cosines = new float[training ? Math.multiplyExact(numbers, frequencies) : frequencies];
        this.sines = new float[training ? cosines.length : 0];
        this.y = new float[Math.multiplyExact(numbers, outputDim)];
        this.dx = new float[binding.training() ? numbers : 0];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        x = input.values();
        int numbers = input.rows() * rowsPerExample * features;
        for (int i = 0; i < numbers; i++) {
            int at = training ? i * frequencies : 0;
            waves(x[i], i % features, at);
            embed(i, i % features, at);
        }
        return input.with(y);
    }

    private void waves(float number, int feature, int at) {
        int row = feature * frequencies;
        for (int k = 0; k < frequencies; k++) {
            double turns = TURN * frequency.values()[frequency.offset() + row + k] * number;
            double angle = turns + phase.values()[phase.offset() + row + k];
            cosines[at + k] = (float) Math.cos(angle);
            if (training) {
                sines[at + k] = (float) Math.sin(angle);
            }
        }
    }

    private void embed(int i, int feature, int at) {
        int to = i * outputDim;
        y[to] = x[i];
        System.arraycopy(bias.values(), bias.offset() + feature * units, y, to + 1, units);
        for (int k = 0; k < frequencies; k++) {
            int from = kernelRow(k, feature);
            for (int u = 0; u < units; u++) {
                y[to + 1 + u] += cosines[at + k] * kernel.values()[from + u];
            }
        }
    }

    /** Where the numbers of a frequency and a feature begin. */
    private int kernelRow(int k, int feature) {
        return kernel.offset() + (k * features + feature) * units;
    }

    @Override
    public float[] backward(float[] dy, int examples) {
        clear(frequency);
        clear(phase);
        clear(kernel);
        clear(bias);
        int numbers = examples * rowsPerExample * features;
        for (int i = 0; i < numbers; i++) {
            addGradients(dy, i, i % features);
        }
        return dx;
    }

    private static void clear(WeightSlice weight) {
        Arrays.fill(weight.gradient(), weight.offset(), weight.offset() + weight.size(), 0f);
    }

    private void addGradients(float[] dy, int i, int feature) {
        int from = i * outputDim + 1;
        for (int u = 0; u < units; u++) {
            bias.gradient()[bias.offset() + feature * units + u] += dy[from + u];
        }
        float slope = dy[from - 1];
        for (int k = 0; k < frequencies; k++) {
            int at = feature * frequencies + k;
            float dAngle =
                    -sines[i * frequencies + k] * addKernelGradient(dy, from, k, feature, cosines[i * frequencies + k]);
            phase.gradient()[phase.offset() + at] += dAngle;
            frequency.gradient()[frequency.offset() + at] += (float) TURN * x[i] * dAngle;
            slope += (float) TURN * frequency.values()[frequency.offset() + at] * dAngle;
        }
        dx[i] = slope;
    }

    /** Also says what the gradient of the cosine is. */
    private float addKernelGradient(float[] dy, int from, int k, int feature, float cosine) {
        int row = kernelRow(k, feature);
        float gradient = 0;
        for (int u = 0; u < units; u++) {
            kernel.gradient()[row + u] += cosine * dy[from + u];
            gradient += dy[from + u] * kernel.values()[row + u];
        }
        return gradient;
    }
}
