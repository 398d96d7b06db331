package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.constraints.Constraint;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Options;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * What the layers that run along a sequence share: they take (steps, features) and give the last output (units), or
 * all of them (steps, units).
 */
public interface Recurrent<L extends Recurrent<L>> extends KernelLayer<L> {

    int units();

    /** Whether every step's output is given, not only the last. */
    boolean returnSequences();

    /** Whether the sequence is read from its end; outputs are then in the order they were computed. */
    boolean goBackwards();

    /** The share of input features set to zero in training, the same for all steps of a sequence. */
    double dropout();

    /** The share of the state set to zero before each step in training, the same for all steps. */
    double recurrentDropout();

    /** What is applied to the gates, if there are any. */
    default Activation recurrentActivation() {
        return activation();
    }

    /** How the kernel of the state starts, and what holds it. */
    WeightOptions recurrent();

    default L recurrent(WeightOptions recurrent) {
        return Options.with(this, "recurrent", recurrent);
    }

    default L recurrentInitializer(Initializer recurrentInitializer) {
        return recurrent(recurrent().initializer(recurrentInitializer));
    }

    default L recurrentInitializer(String recurrentInitializer) {
        return recurrentInitializer(Initializer.of(recurrentInitializer));
    }

    default L recurrentRegularizer(Regularizer recurrentRegularizer) {
        return recurrent(recurrent().regularizer(recurrentRegularizer));
    }

    default L recurrentRegularizer(String recurrentRegularizer) {
        return recurrentRegularizer(Regularizer.of(recurrentRegularizer));
    }

    default L recurrentConstraint(Constraint recurrentConstraint) {
        return recurrent(recurrent().constraint(recurrentConstraint));
    }

    default L recurrentConstraint(String recurrentConstraint) {
        return recurrentConstraint(Constraint.of(recurrentConstraint));
    }

    default L dropout(double dropout) {
        return Options.with(this, "dropout", dropout);
    }

    default L recurrentDropout(double recurrentDropout) {
        return Options.with(this, "recurrentDropout", recurrentDropout);
    }

    default L returnSequences(boolean returnSequences) {
        return Options.with(this, "returnSequences", returnSequences);
    }

    default L goBackwards(boolean goBackwards) {
        return Options.with(this, "goBackwards", goBackwards);
    }

    /** Both kernels, of so many columns, and the bias, if there is one. */
    default List<WeightSpec> weights(Shape input, int columns, WeightOptions bias, Shape biasShape) {
        WeightSpec kernel = kernel().weight("kernel", Shape.of(input.last(), columns));
        WeightSpec recurrentKernel = recurrent().weight("recurrent_kernel", Shape.of(units(), columns));
        return useBias()
                ? List.of(kernel, recurrentKernel, bias.weight("bias", biasShape))
                : List.of(kernel, recurrentKernel);
    }

    @Override
    default Shape outputShape(Shape input) {
        input.requireSequence();
        requireSameColumns(activation());
        requireSameColumns(recurrentActivation());
        return returnSequences() ? input.withLast(units()) : Shape.of(units());
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    /** A state is as long as what its next value is computed from. */
    private static void requireSameColumns(Activation activation) {
        if (activation.outputColumns(2) != 2) {
            throw new KindlingException("It needs activations that give as many numbers as they are given."
                    + " Received: " + Activation.registry().nameOf(activation) + ".");
        }
    }

    /** Refuses sizes and shares that no recurrent layer can have. */
    static void require(String layer, int units, double dropout, double recurrentDropout) {
        if (units <= 0) {
            throw new KindlingException(layer + " needs a positive number of units. Received: units=" + units + ".");
        }
        if (!(dropout >= 0 && dropout < 1 && recurrentDropout >= 0 && recurrentDropout < 1)) {
            throw new KindlingException(layer + " needs a dropout and a recurrent_dropout in [0, 1). Received: "
                    + dropout + " and " + recurrentDropout + ".");
        }
    }
}
