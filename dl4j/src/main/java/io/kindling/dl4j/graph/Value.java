package io.kindling.dl4j.graph;

/**
 * What flows between the vertices of a DL4J graph.
 *
 * @param vertex which gives it
 * @param arrangement how its numbers lie
 * @param isInput whether it is an input of the network
 * @param isShared whether others read it, too: several layers, or whoever gives the network its inputs
 */
public record Value(String vertex, Arrangement arrangement, boolean isInput, boolean isShared) {

    /** An input of the network: a row of numbers for each example. */
    public static Value input(String name, int size) {
        return new Value(name, Arrangement.rows(size), true, true);
    }

    /** What a vertex gives to the next one only. */
    public static Value of(String vertex, Arrangement arrangement) {
        return new Value(vertex, arrangement, false, false);
    }

    /** The same, which others read, too. */
    public Value shared() {
        return new Value(vertex, arrangement, isInput, true);
    }
}
