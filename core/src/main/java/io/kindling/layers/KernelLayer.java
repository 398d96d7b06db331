package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.regularizers.Regularizer;
import java.util.Optional;

/**
 * A layer with a kernel, a bias and an activation: the options that all of them have. Each method that takes one
 * returns a copy of the layer; texts are names, such as {@code "relu"}, {@code "he_normal"}, {@code "l2(0.001)"} or
 * {@code "max_norm(3)"}.
 *
 * @param <L> the layer itself
 */
public interface KernelLayer<L extends KernelLayer<L>> extends UnaryLayer {

    /** What is applied to the sums. */
    Activation activation();

    default L activation(Activation activation) {
        return Options.with(this, "activation", activation);
    }

    default L activation(String activation) {
        return activation(Activation.of(activation));
    }

    /** Whether a bias is added. */
    boolean useBias();

    default L useBias(boolean useBias) {
        return Options.with(this, "useBias", useBias);
    }

    /** How the kernel starts. */
    Initializer kernelInitializer();

    default L kernelInitializer(Initializer kernelInitializer) {
        return Options.with(this, "kernelInitializer", kernelInitializer);
    }

    default L kernelInitializer(String kernelInitializer) {
        return kernelInitializer(Initializer.of(kernelInitializer));
    }

    /** How the bias starts. */
    Initializer biasInitializer();

    default L biasInitializer(Initializer biasInitializer) {
        return Options.with(this, "biasInitializer", biasInitializer);
    }

    default L biasInitializer(String biasInitializer) {
        return biasInitializer(Initializer.of(biasInitializer));
    }

    /** The penalty on the kernel, or null. */
    Regularizer kernelRegularizer();

    default L kernelRegularizer(Regularizer kernelRegularizer) {
        return Options.with(this, "kernelRegularizer", kernelRegularizer);
    }

    default L kernelRegularizer(String kernelRegularizer) {
        return kernelRegularizer(Regularizer.of(kernelRegularizer));
    }

    /** The penalty on the bias, or null. */
    Regularizer biasRegularizer();

    default L biasRegularizer(Regularizer biasRegularizer) {
        return Options.with(this, "biasRegularizer", biasRegularizer);
    }

    default L biasRegularizer(String biasRegularizer) {
        return biasRegularizer(Regularizer.of(biasRegularizer));
    }

    /** The penalty on the outputs, or null. */
    Regularizer activityRegularizer();

    @Override
    default Optional<Regularizer> outputPenalty() {
        return Optional.ofNullable(activityRegularizer());
    }

    default L activityRegularizer(Regularizer activityRegularizer) {
        return Options.with(this, "activityRegularizer", activityRegularizer);
    }

    default L activityRegularizer(String activityRegularizer) {
        return activityRegularizer(Regularizer.of(activityRegularizer));
    }

    /** The limit on the kernel, or null. */
    Constraint kernelConstraint();

    default L kernelConstraint(Constraint kernelConstraint) {
        return Options.with(this, "kernelConstraint", kernelConstraint);
    }

    default L kernelConstraint(String kernelConstraint) {
        return kernelConstraint(Constraint.of(kernelConstraint));
    }

    /** The limit on the bias, or null. */
    Constraint biasConstraint();

    default L biasConstraint(Constraint biasConstraint) {
        return Options.with(this, "biasConstraint", biasConstraint);
    }

    default L biasConstraint(String biasConstraint) {
        return biasConstraint(Constraint.of(biasConstraint));
    }
}
