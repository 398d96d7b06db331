package io.kindling.autodiff;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** A function written as a SameDiff expression, such as {@code (sd, x) -> sd.math().sin(x)}. */
@FunctionalInterface
public interface SameDiffFunction {

    /**
     * Adds the function to a graph.
     *
     * @param graph what offers the operations
     * @param x the input, (rows, columns)
     * @return the output, of the same shape
     */
    SDVariable apply(SameDiff graph, SDVariable x);
}
