package io.kindling.layers.attention;

import io.kindling.layers.ForwardPass;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.regularization.DropMask;
import io.kindling.linalg.NativeMatrix;
import io.kindling.math.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much each step of the query takes of each step of the value, in every head of one example at a time: products, made
 * into shares that add up to 1.
 */
final class AttentionScores implements AutoCloseable {
    /** What shuts a step out before the exponential. */
    private static final float SHUT = -1e30f;

    private final int heads;
    private final int querySteps;
    private final int valueSteps;
    private final int size;
    private final float scale;
    private final double dropout;
    private final boolean causal;

    private final NativeMatrix scores;
    private final NativeMatrix[] byHead;
    private final float[] scratch;
    /** The shares of all examples, for the way back. */
    private final float[] shares;

    private final float[] factors;
    /** Which steps of the value each step of the query may take from, of one example. */
    private final boolean[] open;

    private List<Tensor> inputs = List.of();
    private boolean masked;
    private boolean dropping;

    AttentionScores(MultiHeadAttention layer, int batchSize, int querySteps, int valueSteps, boolean training) {
        this.heads = layer.numHeads();
        this.querySteps = querySteps;
        this.valueSteps = valueSteps;
        this.size = Math.multiplyExact(heads * querySteps, valueSteps);
        this.scale = (float) (1 / Math.sqrt(layer.keyDim()));
        this.dropout = layer.dropout();
        this.causal = layer.useCausalMask();
        this.scores = new NativeMatrix(heads * querySteps, valueSteps);
        this.byHead = new NativeMatrix[heads];
        Arrays.setAll(byHead, head -> scores.block(head * querySteps, querySteps, 0, valueSteps));
        this.scratch = new float[size];
        int kept = training ? Math.multiplyExact(batchSize, size) : size;
        this.shares = new float[kept];
        this.factors = new float[training && dropout > 0 ? kept : 0];
        this.open = new boolean[querySteps * valueSteps];
    }

    /** The products or shares of one head, of the example at hand. */
    NativeMatrix ofHead(int head) {
        return byHead[head];
    }

    /** Begins a pass. */
    void begin(List<Tensor> given, ForwardPass pass) {
        inputs = given;
        masked = causal || given.stream().anyMatch(input -> input.mask().isPresent());
        dropping = pass.training() && dropout > 0;
        if (dropping) {
            DropMask.draw(factors, given.get(0).rows() * size, dropout, pass.key());
        }
    }

    private int start(int example) {
        return shares.length == size ? 0 : example * size;
    }

    /** Makes shares of the products of an example. */
    void normalize(int example) {
        scores.read(scratch, 0, size);
        if (masked) {
            findOpen(example);
        }
        int rows = heads * querySteps;
        for (int i = 0; i < size; i++) {
            scratch[i] *= scale;
        }
        if (masked) {
            shut(scratch, SHUT);
        }
        for (int row = 0; row < rows; row++) {
            int from = row * valueSteps;
            Rows.subtract(scratch, Rows.largest(scratch, from, valueSteps), scratch, from, valueSteps);
        }
        Rows.exponentials(scratch, 0f, scratch, 0, size);
        if (masked) {
            shut(scratch, 0f);
        }
        for (int row = 0; row < rows; row++) {
            int from = row * valueSteps;
            float sum = Rows.sum(scratch, from, valueSteps);
            // A step that may take from none takes nothing.
            Rows.scale(scratch, sum > 0 ? 1f / sum : 0f, from, valueSteps);
        }
        System.arraycopy(scratch, 0, shares, start(example), size);
        restore(example);
    }

    private void findOpen(int example) {
        for (int t = 0; t < querySteps; t++) {
            boolean takes = counts(0, example, t);
            for (int s = 0; s < valueSteps; s++) {
                open[t * valueSteps + s] = takes
                        && (!causal || s <= t)
                        && counts(1, example, s)
                        && (inputs.size() < 3 || counts(2, example, s));
            }
        }
    }

    private boolean counts(int input, int example, int step) {
        Optional<StepMask> mask = inputs.get(input).mask();
        return mask.isEmpty() || mask.get().counts(example, step);
    }

    private void shut(float[] values, float value) {
        for (int head = 0; head < heads; head++) {
            int start = head * open.length;
            for (int i = 0; i < open.length; i++) {
                if (!open[i]) {
                    values[start + i] = value;
                }
            }
        }
    }

    /** Makes the shares of an example, less what is dropped, the matrices of {@link #ofHead} again. */
    void restore(int example) {
        if (!dropping) {
            scores.write(shares, start(example), size);
            return;
        }
        for (int i = 0; i < size; i++) {
            scratch[i] = shares[start(example) + i] * factors[example * size + i];
        }
        scores.write(scratch, 0, size);
    }

    /** Makes the gradients of products of those of shares. */
    void normalizeBack(int example) {
        scores.read(scratch, 0, size);
        for (int i = 0; dropping && i < size; i++) {
            scratch[i] *= factors[example * size + i];
        }
        int start = start(example);
        for (int row = 0; row < heads * querySteps; row++) {
            ofRow(start + row * valueSteps, row * valueSteps);
        }
        scores.write(scratch, 0, size);
    }

    private void ofRow(int share, int from) {
        float dot = 0;
        for (int i = 0; i < valueSteps; i++) {
            dot += shares[share + i] * scratch[from + i];
        }
        for (int i = 0; i < valueSteps; i++) {
            scratch[from + i] = scale * shares[share + i] * (scratch[from + i] - dot);
        }
    }

    @Override
    public void close() {
        scores.close();
    }
}
