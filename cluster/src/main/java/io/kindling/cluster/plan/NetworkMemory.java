package io.kindling.cluster.plan;

import io.kindling.layers.WeightSpec;
import io.kindling.models.LayerPlan;
import io.kindling.models.NetworkPlan;
import io.kindling.optimizers.Optimizer;

/**
 * The bytes of a network while it trains.
 *
 * @param trainable the weights that gradients change
 * @param nonTrainable the other weights
 * @param optimizer the memory of the optimizer
 * @param buffers what the layers keep on the heap, for one mini-batch
 * @param natives the operands of matrix products, in native memory
 */
public record NetworkMemory(long trainable, long nonTrainable, long optimizer, long buffers, long natives) {

    /** Adds up the layers, as dense layers need them; convolutions and recurrences need more for each row. */
    public static NetworkMemory of(NetworkPlan plan, Optimizer optimizer, int batchSize) {
        long trainable = (long) Float.BYTES * plan.trainableCount();
        long buffers = 0;
        long natives = 0;
        for (LayerPlan layer : plan.layers()) {
            long inputs = layer.input().size();
            long outputs = layer.output().size();
            // Before and after the activation, the gradient of both, and the gradient of the input.
            buffers += batchSize * (4 * outputs + inputs);
            long kernels = layer.weights().stream()
                    .filter(weight -> weight.shape().rank() > 1)
                    .map(WeightSpec::shape)
                    .mapToLong(shape -> shape.size())
                    .sum();
            if (kernels > 0) {
                if (natives == 0) {
                    // Sparse inputs, by row and by column; without the Vector API copies of the kernel and of
                    // gradients.
                    buffers += kernels + batchSize * (2 * inputs + outputs);
                }
                // The kernel and its gradient; the input, its gradient and the output.
                natives += 2 * kernels + batchSize * (2 * inputs + outputs);
            }
        }
        return new NetworkMemory(
                trainable,
                (long) Float.BYTES * plan.nonTrainableCount(),
                optimizer.slots() * trainable,
                Float.BYTES * buffers,
                Float.BYTES * natives);
    }

    /** All that travels between driver and workers in a round. */
    long state() {
        return trainable + nonTrainable + optimizer;
    }

    /** What a worker holds besides its rows: the state three times, weights and gradient once more, the buffers. */
    long worker() {
        return 3 * state() + 2 * trainable + nonTrainable + buffers;
    }
}
