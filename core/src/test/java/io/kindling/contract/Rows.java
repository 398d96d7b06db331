package io.kindling.contract;

import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.random.RandomKey;
import java.util.List;

/** Inputs, targets and weights, drawn from fixed seeds. */
final class Rows {
    private static final float[] EXTREMES = {1e4f, -1e4f, 0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e-40f, -1e-40f};

    private Rows() {}

    static float[] gaussian(int count, double deviation, int seed) {
        RandomKey key = RandomKey.of(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * key.gaussianAt(i));
        }
        return values;
    }

    static float[] wholeNumbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i * 7 % 5;
        }
        return values;
    }

    /** Rows of one extreme each, then rows of several. */
    static float[] extremes(int columns) {
        float[] values = new float[2 * EXTREMES.length * columns];
        for (int i = 0; i < values.length; i++) {
            int row = i / columns;
            values[i] = EXTREMES[(row < EXTREMES.length ? row : row + i % columns) % EXTREMES.length];
        }
        return values;
    }

    static int extremeRows() {
        return 2 * EXTREMES.length;
    }

    /** Normal weights, and moving statistics as after some training. */
    static Weights weights(NetworkPlan plan, double deviation, int seed) {
        float[] statistics = gaussian(plan.nonTrainableCount(), 0.5, 500 + seed);
        for (int i = 0; i < statistics.length; i++) {
            statistics[i] = 0.5f + Math.abs(statistics[i]);
        }
        return new Weights(gaussian(plan.trainableCount(), deviation, 100 + seed), statistics);
    }

    static Batch batch(NetworkPlan plan, LossSample loss, float[] x) {
        int inputs = plan.input().size();
        int rows = x.length / inputs;
        float[] targets = loss.targets().draw(rows, plan.output().last(), RandomKey.of(21));
        int columns = targets.length / rows;
        Batch batch = new Batch(rows, inputs, columns, columns);
        batch.fill(
                new Examples(List.of(new DenseBlock(inputs, x, columns, targets, null))),
                ExampleOrder.asGiven(),
                0,
                rows);
        return batch;
    }
}
