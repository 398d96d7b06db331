package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops in the JDK's Vector API, with the arithmetic of {@link PlainLoops} in the same order. */
public final class VectorLoops implements Loops {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    /**
     * For what is left of an array when vectors no longer fit. Asked only then: over a call that is made for each row, the
     * JIT keeps a loop's constants in memory, and the loop takes twice as long.
     */
    private final Loops rest = new PlainLoops();

    @Override
    public float largest(float[] values, int start, int columns) {
        int end = start + columns;
        int i = start;
        float largest = Float.NEGATIVE_INFINITY;
        if (columns >= 4 * Eights.LANES) {
            // Four at a time, as one comparison would wait for the one before it.
            FloatVector a = Eights.all(largest);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (; i <= end - 4 * Eights.LANES; i += 4 * Eights.LANES) {
                a = Eights.larger(Eights.at(values, i), a);
                b = Eights.larger(Eights.at(values, i + Eights.LANES), b);
                c = Eights.larger(Eights.at(values, i + 2 * Eights.LANES), c);
                d = Eights.larger(Eights.at(values, i + 3 * Eights.LANES), d);
            }
            largest = Eights.larger(Eights.larger(a, b), Eights.larger(c, d)).reduceLanes(VectorOperators.MAX);
        }
        for (; i < end; i++) {
            if (values[i] > largest) {
                largest = values[i];
            }
        }
        return largest;
    }

    @Override
    public float sum(float[] values, int start, int columns) {
        FloatVector sums = Eights.all(0f);
        int end = start + columns;
        int i = start;
        for (; i <= end - 2 * Eights.LANES; i += 2 * Eights.LANES) {
            sums = Eights.sum(sums, Eights.sum(Eights.at(values, i), Eights.at(values, i + Eights.LANES)));
        }
        for (; i <= end - Eights.LANES; i += Eights.LANES) {
            sums = Eights.sum(sums, Eights.at(values, i));
        }
        float a = sums.lane(0);
        for (; i < end; i++) {
            a += values[i];
        }
        return total(a, sums);
    }

    /** The sum of {@code a}, which takes the place of the first lane, and the others. */
    private static float total(float a, FloatVector sums) {
        return ((a + sums.lane(1)) + (sums.lane(2) + sums.lane(3)))
                + ((sums.lane(4) + sums.lane(5)) + (sums.lane(6) + sums.lane(7)));
    }

    @Override
    public void add(float[] source, int from, float[] target, int to, int columns) {
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, target, to + i)
                    .add(FloatVector.fromArray(SPECIES, source, from + i))
                    .intoArray(target, to + i);
        }
        if (i < columns) {
            rest.add(source, from + i, target, to + i, columns - i);
        }
    }

    @Override
    public void exponentials(float[] x, float shift, float[] y, int start, int columns) {
        int end = start + columns;
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            VectorExp.expBelow88(FloatVector.fromArray(SPECIES, x, i).sub(shift))
                    .intoArray(y, i);
        }
        if (i < end) {
            rest.exponentials(x, shift, y, i, end - i);
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
        if (i < end) {
            rest.subtractExponentials(x, factor, from, y, i, end - i);
        }
    }

    @Override
    public void softmaxGradient(float[] y, float[] dy, float[] dx, int start, int columns) {
        float dot = dot(dy, y, start, columns);
        int end = start + columns;
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            FloatVector.fromArray(SPECIES, dy, i)
                    .sub(dot)
                    .mul(FloatVector.fromArray(SPECIES, y, i))
                    .intoArray(dx, i);
        }
        for (; i < end; i++) {
            dx[i] = y[i] * (dy[i] - dot);
        }
    }

    private static float dot(float[] left, float[] right, int start, int columns) {
        FloatVector sums = Eights.all(0f);
        int end = start + columns;
        int i = start;
        for (; i <= end - 2 * Eights.LANES; i += 2 * Eights.LANES) {
            FloatVector product = Eights.product(Eights.at(left, i), Eights.at(right, i));
            sums = Eights.sum(
                    sums, Eights.fma(Eights.at(left, i + Eights.LANES), Eights.at(right, i + Eights.LANES), product));
        }
        for (; i <= end - Eights.LANES; i += Eights.LANES) {
            sums = Eights.fma(Eights.at(left, i), Eights.at(right, i), sums);
        }
        float a = sums.lane(0);
        for (; i < end; i++) {
            a = Math.fma(left[i], right[i], a);
        }
        return total(a, sums);
    }

    @Override
    public void gate(float[] x, int values, int gates, float[] y, int start, int columns) {
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            VectorSigmoid.sigmoid(FloatVector.fromArray(SPECIES, x, gates + i))
                    .mul(FloatVector.fromArray(SPECIES, x, values + i))
                    .intoArray(y, start + i);
        }
        if (i < columns) {
            rest.gate(x, values + i, gates + i, y, start + i, columns - i);
        }
    }

    @Override
    public void gateGradient(float[] x, int values, int gates, float[] dy, int start, float[] dx, int columns) {
        int i = 0;
        for (; i <= columns - LANES; i += LANES) {
            FloatVector sigmoid = VectorSigmoid.sigmoid(FloatVector.fromArray(SPECIES, x, gates + i));
            FloatVector y = sigmoid.mul(FloatVector.fromArray(SPECIES, x, values + i));
            FloatVector gradient = FloatVector.fromArray(SPECIES, dy, start + i);
            Lanes.all(1f).sub(sigmoid).mul(y).mul(gradient).intoArray(dx, gates + i);
            sigmoid.mul(gradient).intoArray(dx, values + i);
        }
        if (i < columns) {
            rest.gateGradient(x, values + i, gates + i, dy, start + i, dx, columns - i);
        }
    }
}
