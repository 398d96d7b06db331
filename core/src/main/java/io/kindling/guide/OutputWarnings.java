package io.kindling.guide;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Softmax;
import io.kindling.losses.BinaryCrossentropy;
import io.kindling.losses.BinaryFocalCrossentropy;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** Notices output layers that do not go with the loss or the labels. */
final class OutputWarnings {
    /** Far enough to both sides to see any negative output. */
    private static final int PROBED_UP_TO = 20;

    private static final int PROBES_PER_UNIT = 8;

    private OutputWarnings() {}

    static List<String> of(NetworkPlan network, Loss loss, LabelFacts labels) {
        LayerPlan last = network.last();
        Activation activation = network.outputActivation();
        String layer = Wording.layer(network.layers().size() - 1, last);
        List<String> warnings = new ArrayList<>();
        if (activation instanceof Softmax && isBinary(loss)) {
            Advice usual = ActivationGuide.forOutput(OutputTask.MULTI_CLASS);
            warnings.add(layer + "softmax makes classes exclude each other, but "
                    + Loss.registry().nameOf(loss) + " judges every class by itself; usual with softmax is "
                    + Wording.loss(usual) + ".");
        }
        int classes = last.output().last();
        if (activation instanceof Sigmoid && labels.exclusiveClasses() && classes > 2) {
            Advice usual = ActivationGuide.forOutput(OutputTask.MULTI_CLASS);
            warnings.add(layer + classes + " sigmoid outputs answer yes or no each by itself, but the classes of the"
                    + " labels exclude each other; usual is " + Wording.activation(usual.activation()) + " with "
                    + Wording.loss(usual) + ".");
        }
        if (labels.belowZero() && isNeverNegative(activation)) {
            Advice usual = ActivationGuide.forOutput(OutputTask.REGRESSION);
            warnings.add(layer + Wording.activation(activation) + " never gives a number below zero, but some labels"
                    + " are; usual is a " + Wording.activation(usual.activation()) + " output.");
        }
        return warnings;
    }

    private static boolean isBinary(Loss loss) {
        return loss instanceof BinaryCrossentropy || loss instanceof BinaryFocalCrossentropy;
    }

    /** Tries it, so that it holds for every activation, also a user's own; the second column is for those of rows. */
    private static boolean isNeverNegative(Activation activation) {
        int rows = 2 * PROBED_UP_TO * PROBES_PER_UNIT + 1;
        float[] x = new float[2 * rows];
        for (int row = 0; row < rows; row++) {
            x[2 * row] = (float) row / PROBES_PER_UNIT - PROBED_UP_TO;
        }
        float[] y = new float[rows * activation.outputColumns(2)];
        activation.forward(x, y, rows, 2);
        for (float value : y) {
            if (!(value >= 0)) {
                return false;
            }
        }
        return true;
    }
}
