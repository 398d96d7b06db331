package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. */
public final class Lanes {
    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Vectors of fewer than eight floats are no gain. */
    public static final boolean ARE_WORTHWHILE = SPECIES.length() >= 8;

    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;

    /*
     * Floats of one sign are in the order of their bits as whole numbers, by their size. Shifted by these, infinity is
     * the largest whole number of all; what lies behind it, NaN, and all of the other sign come out below the rest, where
     * the smaller of two leaves them alone. A comparison and a blend take a loop over exponentials a quarter longer.
     */
    static final int BEHIND_NEGATIVE = Integer.MAX_VALUE - Float.floatToRawIntBits(Float.NEGATIVE_INFINITY);
    private static final int BEHIND_POSITIVE = Integer.MAX_VALUE - Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private Lanes() {}

    /** One number in every lane. */
    public static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /** The larger of every lane and a number below 0; NaN for NaN. */
    public static FloatVector atLeast(FloatVector x, float least) {
        return limited(x, least, BEHIND_NEGATIVE);
    }

    /** The smaller of every lane and a number above 0; NaN for NaN. */
    public static FloatVector atMost(FloatVector x, float most) {
        return limited(x, most, BEHIND_POSITIVE);
    }

    private static FloatVector limited(FloatVector x, float limit, int shift) {
        return x.reinterpretAsInts()
                .lanewise(VectorOperators.ADD, all(shift))
                .lanewise(VectorOperators.MIN, all(shift + Float.floatToRawIntBits(limit)))
                .lanewise(VectorOperators.SUB, all(shift))
                .reinterpretAsFloats();
    }

    private static IntVector all(int value) {
        return IntVector.broadcast(BITS, value);
    }
}
