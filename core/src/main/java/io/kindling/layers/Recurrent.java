package io.kindling.layers;

import io.kindling.tensor.Shape;

/**
 * What the layers that run along a sequence share: they take (steps, features) and give the last output (units), or
 * all of them (steps, units).
 */
interface Recurrent extends Layer {

    int units();

    /** Whether every step's output is given, not only the last. */
    boolean returnSequences();

    /** Whether the sequence is read from its end; outputs are then in the order they were computed. */
    boolean goBackwards();

    /** The share of input features set to zero in training, the same for all steps of a sequence. */
    double dropout();

    /** The share of the state set to zero before each step in training, the same for all steps. */
    double recurrentDropout();

    @Override
    default Shape outputShape(Shape input) {
        if (input.rank() != 2) {
            throw new IllegalArgumentException(
                    "It needs sequences of shape (steps, features). Received: " + input + ".");
        }
        return returnSequences() ? input.withLast(units()) : Shape.of(units());
    }

    /** Refuses sizes and shares that no recurrent layer can have. */
    static void require(String layer, int units, double dropout, double recurrentDropout) {
        if (units <= 0) {
            throw new IllegalArgumentException(
                    layer + " needs a positive number of units. Received: units=" + units + ".");
        }
        if (!(dropout >= 0 && dropout < 1 && recurrentDropout >= 0 && recurrentDropout < 1)) {
            throw new IllegalArgumentException(layer + " needs a dropout and a recurrent_dropout in [0, 1). Received: "
                    + dropout + " and " + recurrentDropout + ".");
        }
    }
}
