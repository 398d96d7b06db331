package io.kindling.layers.attention;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * The running form of {@link MultiHeadAttention}. Projections have a row per step and the columns of all heads; the products
 * within a head are of blocks of those, one example after the other, so that its scores stay in a core's cache.
 */
final class BoundAttention implements BoundLayer {
    private final int heads;
    private final int querySteps;
    private final int valueSteps;
    private final boolean hasKey;
    private final boolean[] wanted;

    private final NativeMatrix query;
    private final NativeMatrix value;
    /** The same as the value where there is no key. */
    private final NativeMatrix key;

    private final Projection ofQuery;
    private final Projection ofKey;
    private final Projection ofValue;
    private final Projection ofOutput;
    /** What the heads take, side by side. */
    private final NativeMatrix taken;

    private final NativeMatrix takenGradient;
    private final NativeMatrix queryGradient;
    private final NativeMatrix keyGradient;
    private final NativeMatrix valueGradient;
    private final NativeMatrix queryDx;
    private final NativeMatrix valueDx;
    private final NativeMatrix keyDx;

    private final AttentionScores scores;
    private final Heads[] examples;
    private final Heads[] exampleGradients;
    private final float[] y;
    private final List<float[]> dx;

    BoundAttention(MultiHeadAttention layer, LayerBinding binding) {
        List<Shape> shapes = binding.inputShapes();
        int batch = binding.batchSize();
        boolean training = binding.training();
        this.heads = layer.numHeads();
        this.querySteps = shapes.get(0).dimension(0);
        this.valueSteps = shapes.get(1).dimension(0);
        this.hasKey = shapes.size() > 2;
        int queryRows = Math.multiplyExact(batch, querySteps);
        int valueRows = Math.multiplyExact(batch, valueSteps);
        int features = shapes.get(0).last();
        int valueFeatures = shapes.get(1).last();
        int keyFeatures = shapes.get(shapes.size() - 1).last();
        int keyColumns = heads * layer.keyDim();
        int valueColumns = heads * layer.valueColumns();
        this.query = new NativeMatrix(queryRows, features);
        this.value = new NativeMatrix(valueRows, valueFeatures);
        this.key = hasKey ? new NativeMatrix(valueRows, keyFeatures) : value;
        this.ofQuery = new Projection("query", features, keyColumns, queryRows, binding);
        this.ofKey = new Projection("key", keyFeatures, keyColumns, valueRows, binding);
        this.ofValue = new Projection("value", valueFeatures, valueColumns, valueRows, binding);
        this.ofOutput = new Projection("attention_output", valueColumns, features, queryRows, binding);
        this.taken = new NativeMatrix(queryRows, valueColumns);
        this.takenGradient = where(training, queryRows, valueColumns);
        this.queryGradient = where(training, queryRows, keyColumns);
        this.keyGradient = where(training, valueRows, keyColumns);
        this.valueGradient = where(training, valueRows, valueColumns);
        this.wanted = new boolean[] {
            binding.asksInputGradient(0), binding.asksInputGradient(1), hasKey && binding.asksInputGradient(2)
        };
        this.queryDx = where(wanted[0], queryRows, features);
        this.valueDx = where(wanted[1], valueRows, valueFeatures);
        this.keyDx = where(wanted[2], valueRows, keyFeatures);
        this.scores = new AttentionScores(layer, batch, querySteps, valueSteps, training);
        this.examples = new Heads[batch];
        this.exampleGradients = new Heads[training ? batch : 0];
        for (int i = 0; i < batch; i++) {
            examples[i] = heads(i, ofQuery.output(), ofKey.output(), ofValue.output(), taken);
            if (training) {
                exampleGradients[i] = heads(i, queryGradient, keyGradient, valueGradient, takenGradient);
            }
        }
        this.y = new float[Math.multiplyExact(queryRows, features)];
        this.dx = List.of(
                new float[wanted[0] ? y.length : 0],
                new float[wanted[1] ? valueRows * valueFeatures : 0],
                new float[wanted[2] ? valueRows * keyFeatures : 0]);
    }

    private static NativeMatrix where(boolean needed, int rows, int columns) {
        return needed ? new NativeMatrix(rows, columns) : NativeMatrix.empty();
    }

    private Heads heads(int example, NativeMatrix q, NativeMatrix k, NativeMatrix v, NativeMatrix taken) {
        return new Heads(
                blocks(q, example * querySteps, querySteps),
                blocks(k, example * valueSteps, valueSteps),
                blocks(v, example * valueSteps, valueSteps),
                blocks(taken, example * querySteps, querySteps));
    }

    /** The rows of one example, one block of columns for each head. */
    private NativeMatrix[] blocks(NativeMatrix whole, int row, int rows) {
        int columns = whole.columns() / heads;
        NativeMatrix[] blocks = new NativeMatrix[heads];
        for (int head = 0; head < heads; head++) {
            blocks[head] = whole.block(row, rows, head * columns, columns);
        }
        return blocks;
    }

    /** Query, key, value and what is taken of one example, or their gradients, by head. */
    private record Heads(NativeMatrix[] query, NativeMatrix[] key, NativeMatrix[] value, NativeMatrix[] taken) {}

    @Override
    public Tensor forward(List<Tensor> inputs, ForwardPass pass) {
        int rows = inputs.get(0).rows();
        query.write(inputs.get(0).values(), 0, rows * querySteps * query.columns());
        value.write(inputs.get(1).values(), 0, rows * valueSteps * value.columns());
        if (hasKey) {
            key.write(inputs.get(2).values(), 0, rows * valueSteps * key.columns());
        }
        ofQuery.forward(query, rows * querySteps);
        ofKey.forward(key, rows * valueSteps);
        ofValue.forward(value, rows * valueSteps);
        scores.begin(inputs, pass);
        for (int example = 0; example < rows; example++) {
            Heads one = examples[example];
            for (int head = 0; head < heads; head++) {
                MatrixProduct.multiplyTransposedRight(one.query[head], one.key[head], scores.ofHead(head), querySteps);
            }
            scores.normalize(example);
            for (int head = 0; head < heads; head++) {
                MatrixProduct.multiply(scores.ofHead(head), one.value[head], one.taken[head], querySteps);
            }
        }
        ofOutput.forward(taken, rows * querySteps);
        ofOutput.output().read(y, 0, rows * querySteps * query.columns());
        return inputs.get(0).with(y);
    }

    @Override
    public List<float[]> gradients(float[] dy, int rows) {
        int queryRows = rows * querySteps;
        NativeMatrix dz = ofOutput.output();
        dz.write(dy, 0, queryRows * query.columns());
        ofOutput.backward(taken, dz, queryRows);
        ofOutput.inputGradient(dz, takenGradient, queryRows);
        for (int example = 0; example < rows; example++) {
            throughHeads(example);
        }
        int valueRows = rows * valueSteps;
        ofQuery.backward(query, queryGradient, queryRows);
        ofKey.backward(key, keyGradient, valueRows);
        ofValue.backward(value, valueGradient, valueRows);
        inputGradients(queryRows, valueRows);
        return hasKey ? dx : dx.subList(0, 2);
    }

    private void throughHeads(int example) {
        Heads one = examples[example];
        Heads gradient = exampleGradients[example];
        scores.restore(example);
        for (int head = 0; head < heads; head++) {
            MatrixProduct.multiplyTransposedLeft(
                    scores.ofHead(head), gradient.taken[head], gradient.value[head], querySteps);
        }
        for (int head = 0; head < heads; head++) {
            MatrixProduct.multiplyTransposedRight(
                    gradient.taken[head], one.value[head], scores.ofHead(head), querySteps);
        }
        scores.normalizeBack(example);
        for (int head = 0; head < heads; head++) {
            NativeMatrix ofScores = scores.ofHead(head);
            MatrixProduct.multiply(ofScores, one.key[head], gradient.query[head], querySteps);
            MatrixProduct.multiplyTransposedLeft(ofScores, one.query[head], gradient.key[head], querySteps);
        }
    }

    private void inputGradients(int queryRows, int valueRows) {
        if (wanted[0]) {
            ofQuery.inputGradient(queryGradient, queryDx, queryRows);
            queryDx.read(dx.get(0), 0, queryRows * query.columns());
        }
        if (wanted[1]) {
            ofValue.inputGradient(valueGradient, valueDx, valueRows);
            if (!hasKey) {
                ofKey.addInputGradient(keyGradient, valueDx, valueRows);
            }
            valueDx.read(dx.get(1), 0, valueRows * value.columns());
        }
        if (wanted[2]) {
            ofKey.inputGradient(keyGradient, keyDx, valueRows);
            keyDx.read(dx.get(2), 0, valueRows * key.columns());
        }
    }

    @Override
    public void close() {
        List.of(query, value, taken, takenGradient, queryGradient, keyGradient, valueGradient, queryDx, valueDx, keyDx)
                .forEach(NativeMatrix::close);
        if (hasKey) {
            key.close();
        }
        List.of(ofQuery, ofKey, ofValue, ofOutput).forEach(Projection::close);
        scores.close();
    }
}
