package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.SingleOrList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Transformations of the gradient or the weights, one after the other, and an optimizer that takes the step: optax's
 * {@code chain}. The optimizer's schedule is the learning rate of all.
 *
 * <pre>{@code
 * new Chain(List.of(new ClipByGlobalNorm(1), new DecayedWeights(0.004)), Sgd.of(0.1).momentum(0.9))
 * }</pre>
 *
 * <p>As text: {@code "chain([clip_by_global_norm(1), decayed_weights(0.004)], sgd(0.1, momentum=0.9))"}.
 *
 * @param transformations what comes before the step, in this order
 * @param optimizer what takes the step, a chain itself or not
 */
public record Chain(@SingleOrList List<GradientTransformation> transformations, Optimizer optimizer)
        implements Optimizer {

    public Chain {
        Objects.requireNonNull(optimizer, "chain needs an optimizer. Received: null.");
        transformations = List.copyOf(Objects.requireNonNull(
                transformations, "chain needs a list of gradient transformations. Received: null."));
        for (GradientTransformation transformation : transformations) {
            if (transformation instanceof Optimizer) {
                throw new KindlingException("chain takes one optimizer, after all transformations. Received: "
                        + transformation + " among these.");
            }
        }
    }

    @Override
    public Schedule learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public Chain withLearningRate(Schedule learningRate) {
        return new Chain(transformations, optimizer.withLearningRate(learningRate));
    }

    @Override
    public List<GradientTransformation> links() {
        List<GradientTransformation> links = new ArrayList<>(transformations);
        links.addAll(optimizer.links());
        return links;
    }
}
