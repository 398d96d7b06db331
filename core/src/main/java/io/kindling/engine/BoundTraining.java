package io.kindling.engine;

import io.kindling.data.Batch;
import io.kindling.errors.KindlingException;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.optimizers.Variables;
import io.kindling.random.RandomKey;
import io.kindling.regularizers.Regularizer;
import java.util.List;

/** A network with a loss, ready to compute gradients on one thread. */
public final class BoundTraining implements AutoCloseable {
    private final BoundNetwork network;
    private final Objective objective;
    private final OutputRows outputs;
    private final float[] outputGradient;
    private final List<WeightPenalty> penalties;
    private final Variables variables;

    /**
     * Binds a network.
     *
     * @param batchSize the most examples of a mini-batch
     * @throws KindlingException if the loss cannot take what the network gives
     */
    public BoundTraining(NetworkPlan plan, Loss loss, int batchSize) {
        this(plan, loss, WeightRules.NONE, batchSize);
    }

    /** The same with weights that are trained in a way of their own. */
    BoundTraining(NetworkPlan plan, Loss loss, WeightRules rules, int batchSize) {
        this.outputs = OutputRows.inTraining(plan);
        loss.requireOutputs(outputs.columns());
        this.objective = Objective.of(plan, loss);
        this.network = BoundNetwork.forTraining(plan, batchSize);
        this.outputGradient = new float[Math.multiplyExact(batchSize, outputs.perExample() * outputs.columns())];
        this.penalties = plan.parameters().trainable().stream()
                .flatMap(weight -> weight.spec().regularizer().stream()
                        .map(regularizer -> new WeightPenalty(regularizer, network.slice(weight))))
                .toList();
        this.variables = new Variables(
                network.trainable().values(),
                network.trainable().gradient(),
                plan.parameters().starts(),
                rules.settings(plan));
    }

    /** The network that is trained. */
    public BoundNetwork network() {
        return network;
    }

    /** The weights that gradients change with their gradient, each where it starts, as optimizers take them. */
    public Variables variables() {
        return variables;
    }

    /**
     * Computes the loss of a mini-batch and its gradient, which is then in the {@linkplain #variables variables}.
     *
     * @param key the source of this step's randomness
     * @return the sum over the examples of the weighted loss, penalties included
     */
    public double gradient(Batch batch, RandomKey key) {
        int rows = batch.rows();
        Tensor y = network.run(batch.inputs(), objective.operations(), ForwardPass.training(key));
        double total = objective
                        .loss()
                        .valueAndGradient(
                                outputs.targets(batch.targets(), rows, batch.targetColumns()),
                                outputs.weights(batch.weights(), rows, y.mask()),
                                y.values(),
                                outputGradient,
                                rows * outputs.perExample(),
                                outputs.columns())
                / outputs.perExample();
        total += network.penalties(objective.operations());
        network.backward(objective.operations(), outputGradient);
        return total + rows * penalize();
    }

    private double penalize() {
        double sum = 0;
        for (WeightPenalty penalty : penalties) {
            sum += penalty.addGradient();
        }
        return sum;
    }

    /** The penalty on one weight. */
    private record WeightPenalty(Regularizer regularizer, WeightSlice slice) {

        /** Adds to the gradient of the weight, and returns what the penalty is. */
        double addGradient() {
            regularizer.addGradient(slice.values(), slice.gradient(), slice.offset(), slice.size());
            return regularizer.penalty(slice.values(), slice.offset(), slice.size());
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
