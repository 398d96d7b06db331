package io.kindling.layers.tabular;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.KernelLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Options;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.random.RandomKey;
import io.kindling.registry.Prefixed;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A fully connected layer for each of several members, nothing shared: (members, features) to (members, units),
 * {@code y[m] = activation(x[m] · kernel[m] + bias[m])}.
 *
 * <p>Kernel (members, features, units), bias (members, units). Gorishniy et al., "TabM", arXiv:2410.24210, end the members of
 * an ensemble with such heads.
 *
 * @param units the number of outputs of a member; positive
 * @param activation what is applied to the sums
 * @param useBias whether a bias is added
 * @param kernel how the kernel of each member starts, and what holds it
 * @param bias how the biases start, and what holds them
 * @param activityRegularizer the penalty on the outputs
 */
public record MemberDense(
        int units,
        Activation activation,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer)
        implements KernelLayer<MemberDense> {

    public MemberDense {
        if (units <= 0) {
            throw new KindlingException("MemberDense needs a positive number of units. Received: units=" + units + ".");
        }
        Options.requireActivation("MemberDense", activation);
    }

    /** Linear, with bias, Glorot-uniform kernels, zero bias. */
    public static MemberDense of(int units) {
        return new MemberDense(
                units,
                new Linear(),
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Zeros()),
                Optional.empty());
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
        WeightOptions kernels = kernel.initializer(new OfEach(kernel.initializer()));
        weights.add(kernels.weight("kernel", Shape.of(members, input.last(), units)));
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
        return new BoundMemberDense(units, binding);
    }

    /** Starts the kernel of each member as if it were the only one: its inputs and outputs are not those of all members. */
    private record OfEach(Initializer one) implements Initializer {

        @Override
        public void fill(float[] values, int offset, Shape shape, RandomKey key) {
            Shape part = Shape.of(shape.dimension(1), shape.dimension(2));
            for (int member = 0; member < shape.dimension(0); member++) {
                one.fill(values, offset + member * part.size(), part, key.with(member));
            }
        }
    }
}
