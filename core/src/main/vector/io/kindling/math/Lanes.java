package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this machine. */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private Lanes() {}

    /** One number in every lane. */
    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
