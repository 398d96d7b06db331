package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights of a network with their gradient, end to end.
 *
 * @param values the weights, which an optimizer changes
 * @param gradient the derivative of the loss by each
 * @param starts where each weight starts, and last where they all end: what has a norm of its own
 * @param settings how each is treated
 */
public record Variables(float[] values, float[] gradient, int[] starts, List<VariableSettings> settings) {

    public Variables {
        boolean covers = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == values.length;
        for (int i = 1; covers && i < starts.length; i++) {
            covers = starts[i] >= starts[i - 1];
        }
        if (!covers || gradient.length != values.length) {
            throw new KindlingException("Variables need a gradient as long as their values, and starts that rise"
                    + " from 0 to this length. Received: " + values.length + " values, " + gradient.length
                    + " derivatives, starts " + Arrays.toString(starts) + ".");
        }
        settings = List.copyOf(settings);
        if (settings.size() != starts.length - 1) {
            throw new KindlingException("Every variable needs its settings. Received: " + settings.size() + " for "
                    + (starts.length - 1) + " variables.");
        }
    }

    /** Variables that are treated alike. */
    public Variables(float[] values, float[] gradient, int[] starts) {
        this(values, gradient, starts, Collections.nCopies(Math.max(0, starts.length - 1), VariableSettings.ORDINARY));
    }

    /** All values as one variable. */
    public static Variables single(float[] values, float[] gradient) {
        return new Variables(values, gradient, new int[] {0, values.length});
    }

    /**
     * Makes one step of an optimizer, whose changes of a variable are multiplied by its factor on the learning rate.
     *
     * @param slots the optimizer's memory, changed too
     * @param step how many steps were made before this one
     */
    public void step(Optimizer optimizer, float[][] slots, long step) {
        if (!hasFactors()) {
            optimizer.update(this, slots, step);
            return;
        }
        Map<Integer, float[]> before = new TreeMap<>();
        for (int i = 0; i < count(); i++) {
            if (hasFactor(i)) {
                before.put(i, Arrays.copyOfRange(values, starts[i], starts[i + 1]));
            }
        }
        optimizer.update(this, slots, step);
        before.forEach(this::scaleChange);
    }

    private void scaleChange(int variable, float[] from) {
        float factor = (float) settings.get(variable).learningRateFactor();
        for (int i = 0; i < from.length; i++) {
            int at = starts[variable] + i;
            values[at] = from[i] + factor * (values[at] - from[i]);
        }
    }

    private boolean hasFactors() {
        for (int i = 0; i < count(); i++) {
            if (hasFactor(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasFactor(int variable) {
        return settings.get(variable).learningRateFactor() != 1;
    }

    /** Multiplies all values that decay. */
    void decay(float keep) {
        int from = 0;
        while (from < count()) {
            int to = from;
            while (to < count() && settings.get(to).weightDecay()) {
                to++;
            }
            for (int i = starts[from]; i < starts[to]; i++) {
                values[i] *= keep;
            }
            from = to + 1;
        }
    }

    /** How many variables there are. */
    public int count() {
        return starts.length - 1;
    }
}
