package io.kindling.layers;

import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A layer with kernels and biases: the options that all of them have. Each method that takes one returns a copy of the
 * layer; texts are names, such as {@code "he_normal"}, {@code "l2(0.001)"} or {@code "max_norm(3)"}.
 *
 * @param <L> the layer itself
 */
public interface KernelAndBias<L extends KernelAndBias<L>> extends Layer {

    /** Whether biases are added. */
    boolean useBias();

    default L useBias(boolean useBias) {
        return Options.with(this, "useBias", useBias);
    }

    /** How kernels start, and what holds them. */
    WeightOptions kernel();

    default L kernel(WeightOptions kernel) {
        return Options.with(this, "kernel", kernel);
    }

    default L kernelInitializer(Initializer kernelInitializer) {
        return kernel(kernel().initializer(kernelInitializer));
    }

    default L kernelInitializer(String kernelInitializer) {
        return kernelInitializer(Initializer.of(kernelInitializer));
    }

    default L kernelRegularizer(Regularizer kernelRegularizer) {
        return kernel(kernel().regularizer(kernelRegularizer));
    }

    default L kernelRegularizer(String kernelRegularizer) {
        return kernelRegularizer(Regularizer.of(kernelRegularizer));
    }

    default L kernelConstraint(Constraint kernelConstraint) {
        return kernel(kernel().constraint(kernelConstraint));
    }

    default L kernelConstraint(String kernelConstraint) {
        return kernelConstraint(Constraint.of(kernelConstraint));
    }

    /** How biases start, and what holds them. */
    WeightOptions bias();

    default L bias(WeightOptions bias) {
        return Options.with(this, "bias", bias);
    }

    default L biasInitializer(Initializer biasInitializer) {
        return bias(bias().initializer(biasInitializer));
    }

    default L biasInitializer(String biasInitializer) {
        return biasInitializer(Initializer.of(biasInitializer));
    }

    default L biasRegularizer(Regularizer biasRegularizer) {
        return bias(bias().regularizer(biasRegularizer));
    }

    default L biasRegularizer(String biasRegularizer) {
        return biasRegularizer(Regularizer.of(biasRegularizer));
    }

    default L biasConstraint(Constraint biasConstraint) {
        return bias(bias().constraint(biasConstraint));
    }

    default L biasConstraint(String biasConstraint) {
        return biasConstraint(Constraint.of(biasConstraint));
    }

    /** The penalty on the outputs. */
    Optional<Regularizer> activityRegularizer();

    @Override
    default Optional<Regularizer> outputPenalty() {
        return activityRegularizer();
    }

    default L activityRegularizer(Regularizer activityRegularizer) {
        return Options.with(this, "activityRegularizer", Optional.of(activityRegularizer));
    }

    default L activityRegularizer(String activityRegularizer) {
        return activityRegularizer(Regularizer.of(activityRegularizer));
    }

    /** A kernel of this layer and, if biases are added, the bias that belongs to it. */
    default List<WeightSpec> weights(String kernelName, Shape kernelShape, String biasName, Shape biasShape) {
        WeightSpec kernel = kernel().weight(kernelName, kernelShape);
        return useBias() ? List.of(kernel, bias().weight(biasName, biasShape)) : List.of(kernel);
    }
}
