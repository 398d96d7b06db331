package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of eight floats, whatever this machine prefers, for what makes one number of a row: eight sums run side by
 * side, and to compare eight takes JDK 17 half the instructions of a comparison of sixteen.
 *
 * <p>To the JIT they are a class of their own. A method of {@link FloatVector} that vectors of all lengths share, such as
 * {@code add}, {@code mul} or {@code intoArray}, it compiles by the classes it has seen there; with two of them calls
 * remain in a loop, which takes ten times as long, also one over the machine's own vectors. So vectors of eight go only
 * through methods that each length has for itself, and are never written to arrays.
 */
final class Eights {
    static final int LANES = 8;

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;

    private Eights() {}

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    static FloatVector at(float[] values, int i) {
        return FloatVector.fromArray(SPECIES, values, i);
    }

    static FloatVector sum(FloatVector a, FloatVector b) {
        return a.lanewise(VectorOperators.ADD, b);
    }

    static FloatVector product(FloatVector a, FloatVector b) {
        return a.lanewise(VectorOperators.MUL, b);
    }

    /** a · b + c, rounded once. */
    static FloatVector fma(FloatVector a, FloatVector b, FloatVector c) {
        return a.lanewise(VectorOperators.FMA, b, c);
    }

    /** The larger of each two; where a number is none, the other. */
    static FloatVector larger(FloatVector number, FloatVector than) {
        return than.blend(number, number.compare(VectorOperators.GT, than));
    }
}
