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
        // The mean of an ensemble's members has no loss of its own.
        int end = plan.operations().size() - (plan.last().layer().averagesMembers() ? 1 : 0);
        return activation(plan, end)
                .flatMap(loss::overLogits)
                .map(overLogits -> new Objective(overLogits, end - 1))
                .orElse(new Objective(loss, end));
    }

    /**
     * The activation that makes the output of a network, number by number or row by row, of what comes before it, the
     * logits. Empty if a penalty is on the output, or if it has other columns.
     */
    static Optional<Activation> outputActivation(NetworkPlan plan) {
        return activation(plan, plan.operations().size());
    }

    /** The activation that the first operations of a network end with. */
    private static Optional<Activation> activation(NetworkPlan plan, int operations) {
        if (operations < 2) {
            return Optional.empty();
        }
        Operation last = plan.operations().get(operations - 1);
        boolean same = last.inputShapes().get(0).equals(last.output())
                && last.penalty().isEmpty();
        return same && last.layer() instanceof AppliedActivation applied
                ? Optional.of(applied.activation())
                : Optional.empty();
    }
}
