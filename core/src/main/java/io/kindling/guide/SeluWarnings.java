package io.kindling.guide;

import io.kindling.activations.Activation;
import io.kindling.activations.Selu;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.LecunNormal;
import io.kindling.initializers.VarianceScaling;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notices what keeps SELU from keeping mean 0 and variance 1: other initial weights, and ordinary dropout. */
final class SeluWarnings {
    private final List<String> warnings = new ArrayList<>();
    /** The layer whose kernel made the numbers that the next layer gets; -1 if none did. */
    private int kernelAt = -1;

    private boolean afterSelu;

    private SeluWarnings() {}

    static List<String> of(List<LayerPlan> layers) {
        SeluWarnings walk = new SeluWarnings();
        for (int position = 0; position < layers.size(); position++) {
            walk.step(layers, position);
        }
        return walk.warnings;
    }

    private void step(List<LayerPlan> layers, int position) {
        LayerPlan plan = layers.get(position);
        if (plan.layer() instanceof Dropout dropout && dropout.isActive() && afterSelu) {
            warnings.add(Wording.layer(position, plan) + "ordinary dropout after selu changes the mean and variance"
                    + " that selu keeps; usual is AlphaDropout.");
        }
        Activation activation = plan.layer().outputActivation();
        if (!plan.weights().isEmpty()) {
            kernelAt = kernel(plan).isPresent() ? position : -1;
            afterSelu = false;
        }
        if (activation instanceof Selu && kernelAt >= 0) {
            requireLecun(layers.get(kernelAt));
            kernelAt = -1;
        }
        if (!activation.isIdentity()) {
            afterSelu = activation instanceof Selu;
        }
    }

    private void requireLecun(LayerPlan plan) {
        Initializer initializer = kernel(plan).orElseThrow();
        if (!isLecunNormal(initializer)) {
            Advice usual = ActivationGuide.forHidden(HiddenPlace.SELF_NORMALIZING);
            warnings.add(Wording.layer(kernelAt, plan) + "selu keeps mean 0 and variance 1 only with weights made for"
                    + " it, but the kernel starts with "
                    + Initializer.registry().nameOf(initializer) + "; usual is "
                    + Initializer.registry().nameOf(usual.initializer()) + ".");
        }
    }

    private static boolean isLecunNormal(Initializer initializer) {
        return initializer instanceof LecunNormal || initializer.equals(VarianceScaling.of());
    }

    private static Optional<Initializer> kernel(LayerPlan plan) {
        return plan.weights().stream()
                .filter(weight -> weight.name().equals("kernel"))
                .map(WeightSpec::initializer)
                .findFirst();
    }
}
