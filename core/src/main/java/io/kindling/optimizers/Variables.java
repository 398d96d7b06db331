package io.kindling.optimizers;

import java.util.Arrays;

/**
 * The weights of a network with their gradient, end to end.
 *
 * @param values the weights, which an optimizer changes
 * @param gradient the derivative of the loss by each
 * @param starts where each weight starts, and last where they all end: what has a norm of its own
 */
public record Variables(float[] values, float[] gradient, int[] starts) {

    public Variables {
        boolean covers = starts.length > 0 && starts[0] == 0 && starts[starts.length - 1] == values.length;
        for (int i = 1; covers && i < starts.length; i++) {
            covers = starts[i] >= starts[i - 1];
        }
        if (!covers || gradient.length != values.length) {
            throw new IllegalArgumentException("Variables need a gradient as long as their values, and starts that rise"
                    + " from 0 to this length. Received: " + values.length + " values, " + gradient.length
                    + " derivatives, starts " + Arrays.toString(starts) + ".");
        }
    }

    /** All values as one variable. */
    public static Variables single(float[] values, float[] gradient) {
        return new Variables(values, gradient, new int[] {0, values.length});
    }

    /** How many variables there are. */
    public int count() {
        return starts.length - 1;
    }
}
