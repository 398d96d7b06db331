package io.kindling.guide;

import io.kindling.activations.Activation;
import io.kindling.activations.CustomActivation;
import io.kindling.activations.RegisteredActivation;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;

/** How warnings name things. */
final class Wording {

    private Wording() {}

    /** The layer a sentence is about, as errors name it: {@code Layer 1, 'dense' (Dense): }. */
    static String layer(int position, LayerPlan plan) {
        return "Layer " + position + ", '" + plan.name() + "' (" + plan.className() + "): ";
    }

    /** A user's own by the name the user gave it. */
    static String activation(Activation activation) {
        if (activation instanceof CustomActivation custom) {
            return custom.name();
        }
        return activation instanceof RegisteredActivation registered
                ? registered.name()
                : Activation.registry().nameOf(activation);
    }

    /** The loss of an output's advice. */
    static String loss(Advice advice) {
        return Loss.registry().nameOf(advice.loss().orElseThrow());
    }
}
