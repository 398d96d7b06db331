package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops in the JDK's Vector API, with the arithmetic of {@link PlainLoops} in the same order. */
public final class VectorLoops implements Loops {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

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

    @Override
    public void limit(float[] x, float limit, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            Lanes.atLeast(Lanes.atMost(FloatVector.fromArray(SPECIES, x, i), limit), -limit)
                    .intoArray(y, i);
        }
        if (i < end) {
            rest.limit(x, limit, y, i, end);
        }
    }

    @Override
    public void rectify(float[] x, float most, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            rectified(FloatVector.fromArray(SPECIES, x, i), most).intoArray(y, i);
        }
        if (i < end) {
            rest.rectify(x, most, y, i, end);
        }
    }

    @Override
    public void hardSigmoid(float[] x, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            FloatVector line =
                    FloatVector.fromArray(SPECIES, x, i).mul(PlainLoops.SIXTH).add(0.5f);
            rectified(line, 1f).intoArray(y, i);
        }
        if (i < end) {
            rest.hardSigmoid(x, y, i, end);
        }
    }

    /** As whole numbers, whose order is that of floats which are not negative: what is no number is put back. */
    private static FloatVector rectified(FloatVector x, float most) {
        IntVector bits = x.reinterpretAsInts();
        IntVector noNumber =
                bits.and(Integer.MAX_VALUE).neg().add(INFINITY).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
        return bits.max(0).min(Float.floatToRawIntBits(most)).or(noNumber).reinterpretAsFloats();
    }

    @Override
    public void shrink(float[] x, float limit, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, x, i);
            value.blend(value.mul(0f), value.abs().compare(VectorOperators.LE, limit))
                    .intoArray(y, i);
        }
        if (i < end) {
            rest.shrink(x, limit, y, i, end);
        }
    }

    /** The larger of |x| - limit and 0, as whole numbers, whose order is the same there; then the sign again. */
    @Override
    public void softShrink(float[] x, float limit, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            IntVector bits = FloatVector.fromArray(SPECIES, x, i).reinterpretAsInts();
            // Not abs, which may leave a sign to what is no number.
            FloatVector size = bits.and(Integer.MAX_VALUE).reinterpretAsFloats();
            size.sub(limit)
                    .reinterpretAsInts()
                    .max(0)
                    .or(bits.and(Integer.MIN_VALUE))
                    .reinterpretAsFloats()
                    .add(0f)
                    .intoArray(y, i);
        }
        if (i < end) {
            rest.softShrink(x, limit, y, i, end);
        }
    }

    @Override
    public void threshold(float[] x, float limit, float other, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, x, i);
            value.blend(other, value.compare(VectorOperators.LE, limit)).add(0f).intoArray(y, i);
        }
        if (i < end) {
            rest.threshold(x, limit, other, y, i, end);
        }
    }

    @Override
    public void hardSiluGradient(float[] x, float[] dy, float[] dx, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, x, i);
            FloatVector half = value.fma(Lanes.all(1f / 12), Lanes.all(0.25f));
            FloatVector unlimited = half.abs().add(half);
            unlimited
                    .sub(0.5f)
                    .add(unlimited)
                    .blend(0f, unlimited.compare(VectorOperators.EQ, 0f))
                    .blend(1f, unlimited.compare(VectorOperators.GE, 1f))
                    .mul(FloatVector.fromArray(SPECIES, dy, i))
                    .intoArray(dx, i);
        }
        if (i < end) {
            rest.hardSiluGradient(x, dy, dx, i, end);
        }
    }

    @Override
    public void logSigmoidGradient(float[] y, float[] dy, float[] dx, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            VectorComplement.ofExp(FloatVector.fromArray(SPECIES, y, i))
                    .mul(FloatVector.fromArray(SPECIES, dy, i))
                    .intoArray(dx, i);
        }
        if (i < end) {
            rest.logSigmoidGradient(y, dy, dx, i, end);
        }
    }

    @Override
    public void softplusGradient(float[] y, float[] dy, float[] dx, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            VectorComplement.ofExp(FloatVector.fromArray(SPECIES, y, i).neg())
                    .mul(FloatVector.fromArray(SPECIES, dy, i))
                    .intoArray(dx, i);
        }
        if (i < end) {
            rest.softplusGradient(y, dy, dx, i, end);
        }
    }
}
