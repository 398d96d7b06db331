package io.kindling.engine;

import io.kindling.activations.Activation;
import io.kindling.layers.core.AppliedActivation;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Operation;
import java.util.Optional;

/**
 * What training minimizes: a loss, and how many of the network's operations lead to the value it is of. A loss over
 * probabilities becomes its form over the logits they are made of, which never overflows; the activation is not run then.
 *
 * @param loss what is computed
 * @param operations how many operations run, the last of which gives the value
 */
record Objective(Loss loss, int operations) {

    static Objective of(NetworkPlan plan, Loss loss) {
        int all = plan.operations().size();
        return outputActivation(plan)
                .flatMap(loss::overLogits)
                .map(overLogits -> new Objective(overLogits, all - 1))
                .orElse(new Objective(loss, all));
    }

    /**
     * The activation that makes the output of a network, number by number or row by row, of what comes before it, the
     * logits. Empty if a penalty is on the output, or if it has other columns.
     */
    static Optional<Activation> outputActivation(NetworkPlan plan) {
        Operation last = plan.operations().get(plan.operations().size() - 1);
        boolean same = last.inputShapes().get(0).equals(last.output())
                && last.penalty().isEmpty();
        return same && plan.operations().size() > 1 && last.layer() instanceof AppliedActivation applied
                ? Optional.of(applied.activation())
                : Optional.empty();
    }
}
