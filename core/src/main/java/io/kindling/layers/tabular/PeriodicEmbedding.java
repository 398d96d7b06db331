package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.initializers.RandomNormal;
import io.kindling.initializers.RandomUniform;
import io.kindling.initializers.VarianceScaling;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Embeds each number x of the last axis with weights of its own: x itself, then
 * {@code cos(2π · frequency · x + phase) · kernel + bias}; (…, features) to (…, features · outputDim), one feature after the
 * other.
 *
 * <p>Frequency and phase (features, numFrequencies), kernel (numFrequencies, features · (outputDim - 1)), bias
 * (features · (outputDim - 1)).
 *
 * <p>PBLD of Holzmüller et al., "Better by default: strong pre-tuned MLPs and boosted trees on tabular data", arXiv:2407.04491, after
 * Gorishniy et al., arXiv:2203.05556. Numbers are expected to be scaled, as by {@link RobustScaling}.
 *
 * @param numFrequencies how many cosines there are of each feature; positive
 * @param outputDim how many numbers a feature becomes, itself among them; at least 2
 * @param frequency how the frequencies start, and what holds them
 * @param phase how the phases start, and what holds them
 * @param kernel how the kernel starts, and what holds it
 * @param bias how the bias starts, and what holds it
 */
public record PeriodicEmbedding(
        int numFrequencies,
        int outputDim,
        @Prefixed WeightOptions frequency,
        @Prefixed WeightOptions phase,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions bias)
        implements UnaryLayer {
    private static final double SIGMA = 0.1;

    public PeriodicEmbedding {
        if (numFrequencies <= 0 || outputDim < 2) {
            throw new KindlingException(
                    "PeriodicEmbedding needs a positive num_frequencies and an output_dim of at least 2."
                            + " Received: " + numFrequencies + " and " + outputDim + ".");
        }
    }

    /**
     * The paper's start: frequencies normal with deviation 0.1, phases uniform from -π to π, a kernel uniform between
     * ±1/√numFrequencies; the bias is zero.
     */
    public static PeriodicEmbedding of(int numFrequencies, int outputDim) {
        VarianceScaling uniform =
                new VarianceScaling(1 / 3.0, VarianceScaling.Mode.FAN_IN, VarianceScaling.Distribution.UNIFORM);
        return new PeriodicEmbedding(
                numFrequencies,
                outputDim,
                WeightOptions.of(RandomNormal.of(SIGMA)),
                WeightOptions.of(RandomUniform.of(-Math.PI, Math.PI)),
                WeightOptions.of(uniform),
                WeightOptions.of(new Zeros()));
    }

    /** Frequencies that start normal with another deviation. */
    public PeriodicEmbedding sigma(double sigma) {
        return frequency(frequency.initializer(RandomNormal.of(sigma)));
    }

    public PeriodicEmbedding frequency(WeightOptions frequency) {
        return Records.with(this, "frequency", frequency);
    }

    public PeriodicEmbedding phase(WeightOptions phase) {
        return Records.with(this, "phase", phase);
    }

    public PeriodicEmbedding kernel(WeightOptions kernel) {
        return Records.with(this, "kernel", kernel);
    }

    public PeriodicEmbedding bias(WeightOptions bias) {
        return Records.with(this, "bias", bias);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.withLast(Math.multiplyExact(input.requireFeatures().last(), outputDim));
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        int features = input.last();
        int units = features * (outputDim - 1);
        return List.of(
                frequency.weight("frequency", Shape.of(features, numFrequencies)),
                phase.weight("phase", Shape.of(features, numFrequencies)),
                kernel.weight("kernel", Shape.of(numFrequencies, units)),
                bias.weight("bias", Shape.of(units)));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundPeriodicEmbedding(numFrequencies, outputDim, binding);
    }
}
