package io.kindling.math;

import java.util.function.Supplier;
import jdk.incubator.vector.FloatVector;

/** Chooses the loops for a JVM that has the Vector API: vectors of fewer than eight floats are no gain. */
final class VectorLoopsSupplier implements Supplier<Loops> {
    private static final int WORTHWHILE = 8;

    @Override
    public Loops get() {
        return FloatVector.SPECIES_PREFERRED.length() < WORTHWHILE ? new PlainLoops() : new VectorLoops();
    }
}
