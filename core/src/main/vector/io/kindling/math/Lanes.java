package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. */
public final class Lanes {
    public static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Vectors of fewer than eight floats are no gain. */
    public static final boolean ARE_WORTHWHILE = SPECIES.length() >= 8;

    private Lanes() {}

    /** One number in every lane. */
    public static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    /**
     * The larger of every lane and a number. A comparison leaves what is no number as it is, in half the instructions of
     * a maximum, which has to say so.
     */
    static FloatVector atLeast(FloatVector x, float least) {
        return x.blend(least, x.compare(VectorOperators.LT, least));
    }

    /** The smaller of every lane and a number, as {@link #atLeast}. */
    static FloatVector atMost(FloatVector x, float most) {
        return x.blend(most, x.compare(VectorOperators.GT, most));
    }
}
