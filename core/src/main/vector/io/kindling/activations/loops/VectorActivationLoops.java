package io.kindling.activations.loops;

import io.kindling.math.Lanes;
import io.kindling.math.VectorComplement;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops in the JDK's Vector API, with the same bits as {@link PlainActivationLoops}. */
public final class VectorActivationLoops implements ActivationLoops {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /** For what is left of an array when vectors no longer fit. */
    private final ActivationLoops rest = new PlainActivationLoops();

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
            FloatVector line = FloatVector.fromArray(SPECIES, x, i)
                    .mul(PlainActivationLoops.SIXTH)
                    .add(0.5f);
            rectified(line, 1f).intoArray(y, i);
        }
        if (i < end) {
            rest.hardSigmoid(x, y, i, end);
        }
    }

    /** As whole numbers, whose order is that of floats which are not negative: NaN is put back. */
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
            // Not abs, which may leave a sign to NaN.
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
        int done = VectorComplement.times(dy, y, 0, dx, start, end);
        if (done < end) {
            rest.logSigmoidGradient(y, dy, dx, done, end);
        }
    }

    @Override
    public void softplusGradient(float[] y, float[] dy, float[] dx, int start, int end) {
        int done = VectorComplement.times(dy, y, Integer.MIN_VALUE, dx, start, end);
        if (done < end) {
            rest.softplusGradient(y, dy, dx, done, end);
        }
    }
}
