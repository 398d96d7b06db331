package io.kindling.layers.tabular;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Ones;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.registry.Prefixed;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fully connected layer of several members that share a kernel: (members, features) to (members, units),
 * {@code y[m] = activation(((x[m] ∘ inputAdapter[m]) · kernel) ∘ outputAdapter[m] + bias[m])}.
 *
 * <p>Kernel (features, units), input adapter (members, features), output adapter and bias (members, units). A row becomes
 * that of every member by {@link io.kindling.layers.reshaping.RepeatVector}.
 *
 * <p>Wen et al., "BatchEnsemble", arXiv:2002.06715; Gorishniy et al., "TabM", arXiv:2410.24210, where the first layer's input adapter
 * starts with random signs and all others with ones.
 *
 * @param units the number of outputs of a member; positive
 * @param activation what is applied to the sums
 * @param useBias whether a bias is added
 * @param kernel how the kernel starts, and what holds it
 * @param inputAdapter how the factors of the inputs start, and what holds them
 * @param outputAdapter how the factors of the products start, and what holds them
 * @param bias how the biases start, and what holds them
 * @param activityRegularizer the penalty on the outputs
 */
public record EnsembleDense(
        int units,
        Activation activation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions inputAdapter,
        @Prefixed WeightOptions outputAdapter,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer)
        implements KernelLayer<EnsembleDense> {

    public EnsembleDense {
        if (units <= 0) {
            throw new KindlingException(
                    "EnsembleDense needs a positive number of units. Received: units=" + units + ".");
        }
        Options.requireActivation("EnsembleDense", activation);
    }

    /** Linear, with bias, Glorot-uniform kernel, adapters of ones, zero bias. */
    public static EnsembleDense of(int units) {
        return new EnsembleDense(
                units,
                new Linear(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Ones()),
                WeightOptions.of(new Ones()),
                WeightOptions.of(new Zeros()),
                Optional.empty());
    }

    public EnsembleDense inputAdapter(WeightOptions inputAdapter) {
        return Options.with(this, "inputAdapter", inputAdapter);
    }

    public EnsembleDense inputAdapterInitializer(Initializer inputAdapterInitializer) {
        return inputAdapter(inputAdapter.initializer(inputAdapterInitializer));
    }

    /** By name, such as {@code "random_sign"}. */
    public EnsembleDense inputAdapterInitializer(String inputAdapterInitializer) {
        return inputAdapterInitializer(Initializer.of(inputAdapterInitializer));
    }

    public EnsembleDense outputAdapter(WeightOptions outputAdapter) {
        return Options.with(this, "outputAdapter", outputAdapter);
    }

    public EnsembleDense outputAdapterInitializer(Initializer outputAdapterInitializer) {
        return outputAdapter(outputAdapter.initializer(outputAdapterInitializer));
    }

    /** By name, such as {@code "random_sign"}. */
    public EnsembleDense outputAdapterInitializer(String outputAdapterInitializer) {
        return outputAdapterInitializer(Initializer.of(outputAdapterInitializer));
    }

    @Override
    public Shape outputShape(Shape input) {
        MemberAverage.requireMembers(input);
        return input.withLast(activation.outputColumns(units));
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        int members = input.dimension(0);
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(kernel.weight("kernel", Shape.of(input.last(), units)));
        weights.add(inputAdapter.weight("input_adapter", Shape.of(members, input.last())));
        weights.add(outputAdapter.weight("output_adapter", Shape.of(members, units)));
        if (useBias) {
            weights.add(bias.weight("bias", Shape.of(members, units)));
        }
        return weights;
    }

    @Override
    public Activation outputActivation() {
        return activation;
    }

    @Override
    public List<Layer> parts() {
        return ActivationLayer.apart(this);
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundEnsembleDense(units, binding);
    }
}
