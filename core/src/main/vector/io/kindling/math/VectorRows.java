package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops in the JDK's Vector API, with the arithmetic of {@link PlainRows} in the same order. */
final class VectorRows implements RowLoops {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** As many as the sums that run side by side, whatever this machine prefers. */
    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

    @Override
    public float largest(float[] values, int start, int columns) {
        int end = start + columns;
        int i = start;
        float largest = Float.NEGATIVE_INFINITY;
        if (columns >= 4 * LANES) {
            // Four at a time, as one comparison would wait for the one before it.
            FloatVector a = FloatVector.broadcast(SPECIES, largest);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (; i <= end - 4 * LANES; i += 4 * LANES) {
                a = larger(FloatVector.fromArray(SPECIES, values, i), a);
                b = larger(FloatVector.fromArray(SPECIES, values, i + LANES), b);
                c = larger(FloatVector.fromArray(SPECIES, values, i + 2 * LANES), c);
                d = larger(FloatVector.fromArray(SPECIES, values, i + 3 * LANES), d);
            }
            largest = larger(larger(a, b), larger(c, d)).reduceLanes(VectorOperators.MAX);
        }
        for (; i < end; i++) {
            if (values[i] > largest) {
                largest = values[i];
            }
        }
        return largest;
    }

    /** Where a number is none, the other. */
    private static FloatVector larger(FloatVector number, FloatVector than) {
        return than.blend(number, number.compare(VectorOperators.GT, than));
    }

    @Override
    public float sum(float[] values, int start, int columns) {
        FloatVector sums = FloatVector.zero(EIGHT);
        int end = start + columns;
        int i = start;
        for (; i < end - 7; i += 8) {
            sums = sums.add(FloatVector.fromArray(EIGHT, values, i));
        }
        float a = sums.lane(0);
        for (; i < end; i++) {
            a += values[i];
        }
        return total(a, sums);
    }

    @Override
    public float dot(float[] left, float[] right, int start, int columns) {
        FloatVector sums = FloatVector.zero(EIGHT);
        int end = start + columns;
        int i = start;
        for (; i < end - 7; i += 8) {
            sums = FloatVector.fromArray(EIGHT, left, i).fma(FloatVector.fromArray(EIGHT, right, i), sums);
        }
        float a = sums.lane(0);
        for (; i < end; i++) {
            a = Math.fma(left[i], right[i], a);
        }
        return total(a, sums);
    }

    /** The sum of {@code a}, which takes the place of the first lane, and the others. */
    private static float total(float a, FloatVector sums) {
        return ((a + sums.lane(1)) + (sums.lane(2) + sums.lane(3)))
                + ((sums.lane(4) + sums.lane(5)) + (sums.lane(6) + sums.lane(7)));
    }

    @Override
    public void exponentials(float[] x, float shift, float[] y, int start, int columns) {
        int end = start + columns;
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            VectorExp.expBelow88(FloatVector.fromArray(SPECIES, x, i).sub(shift))
                    .intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Exp.expBelow88(x[i] - shift);
        }
    }

    @Override
    public void subtractExponentials(float[] x, float factor, float[] from, float[] y, int start, int columns) {
        int end = start + columns;
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, from, i)
                    .sub(VectorExp.expBelow88(FloatVector.fromArray(SPECIES, x, i))
                            .mul(factor))
                    .intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = from[i] - Exp.expBelow88(x[i]) * factor;
        }
    }

    @Override
    public void gate(float[] x, int values, int gates, float[] y, int start, int columns) {
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            VectorSigmoid.sigmoid(FloatVector.fromArray(SPECIES, x, gates + i))
                    .mul(FloatVector.fromArray(SPECIES, x, values + i))
                    .intoArray(y, start + i);
        }
        for (; i < columns; i++) {
            y[start + i] = Sigmoid.sigmoid(x[gates + i]) * x[values + i];
        }
    }

    @Override
    public void gateGradient(float[] x, int values, int gates, float[] dy, int start, float[] dx, int columns) {
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            FloatVector sigmoid = VectorSigmoid.sigmoid(FloatVector.fromArray(SPECIES, x, gates + i));
            FloatVector y = sigmoid.mul(FloatVector.fromArray(SPECIES, x, values + i));
            FloatVector gradient = FloatVector.fromArray(SPECIES, dy, start + i);
            FloatVector.broadcast(SPECIES, 1f).sub(sigmoid).mul(y).mul(gradient).intoArray(dx, gates + i);
            sigmoid.mul(gradient).intoArray(dx, values + i);
        }
        for (; i < columns; i++) {
            float sigmoid = Sigmoid.sigmoid(x[gates + i]);
            dx[gates + i] = (1f - sigmoid) * (sigmoid * x[values + i]) * dy[start + i];
            dx[values + i] = sigmoid * dy[start + i];
        }
    }
}
