package io.kindling.activations.custom;

import io.kindling.errors.KindlingException;

/** Compares a derivative with differences of its function, so that a slip shows before a training does not converge. */
final class DerivativeCheck {
    private static final float[] POINTS = {-2.3f, -1.1f, -0.47f, 0.31f, 0.83f, 1.7f, 2.9f};
    private static final float STEP = 1f / 256;
    private static final double TOLERANCE = 0.02;

    private DerivativeCheck() {}

    /**
     * Refuses a derivative that is wrong at most of the points tried; at a few there may be kinks.
     *
     * @throws KindlingException naming a point and the two values there
     */
    static void require(String name, UserFunctions.UserFunction function) {
        int n = POINTS.length;
        float[] above = new float[n];
        float[] below = new float[n];
        float[] y = new float[n];
        float[] ones = new float[n];
        float[] given = new float[n];
        for (int i = 0; i < n; i++) {
            ones[i] = 1f;
        }
        function.function().apply(shifted(STEP), above, n);
        function.function().apply(shifted(-STEP), below, n);
        function.function().apply(shifted(0), y, n);
        function.derivative().apply(shifted(0), y, ones, given, n);
        int wrong = 0;
        String example = "";
        for (int i = 0; i < n; i++) {
            double slope = (above[i] - below[i]) / (2 * STEP);
            if (!(Math.abs(slope - given[i]) <= TOLERANCE * Math.max(1, Math.abs(slope)))) {
                wrong++;
                example = " at " + POINTS[i] + " the function rises by " + slope + " and the derivative gives "
                        + given[i];
            }
        }
        if (2 * wrong > n) {
            throw new KindlingException(
                    "The derivative of the activation '" + name + "' must be that of its function:" + example + ".");
        }
    }

    private static float[] shifted(float by) {
        float[] x = POINTS.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += by;
        }
        return x;
    }
}
