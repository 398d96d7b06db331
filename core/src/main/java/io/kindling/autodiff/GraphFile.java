package io.kindling.autodiff;

import io.kindling.errors.KindlingException;
import java.nio.ByteBuffer;
import org.nd4j.graph.FlatArray;
import org.nd4j.graph.FlatGraph;
import org.nd4j.graph.OpType;

/**
 * The bytes of a graph, looked at before ND4J reads them: anybody may have written them, and ND4J would make objects of the
 * classes that a training configuration in them names.
 */
final class GraphFile {
    private static final int LONGEST = 1 << 20;
    private static final int MOST_NODES = 1000;

    private GraphFile() {}

    /**
     * Refuses what {@link FunctionGraph#record} never writes.
     *
     * @throws RuntimeException if the graph is too large, is to be trained, loops, or has constants that are not there
     */
    static void require(byte[] bytes) {
        demand(bytes.length <= LONGEST, "A graph may have " + LONGEST + " bytes at most.");
        FlatGraph graph = FlatGraph.getRootAsFlatGraph(ByteBuffer.wrap(bytes));
        demand(
                graph.trainingConfig() == null && graph.updaterStateLength() == 0,
                "A graph must be a function, without a training of its own.");
        demand(
                graph.nodesLength() <= MOST_NODES && graph.variablesLength() <= MOST_NODES,
                "A graph may have " + MOST_NODES + " operations at most.");
        for (int i = 0; i < graph.nodesLength(); i++) {
            demand(graph.nodes(i).opType() != OpType.LOGIC, "A graph must have no loops and branches.");
        }
        for (int i = 0; i < graph.variablesLength(); i++) {
            requireArray(graph.variables(i).ndarray());
        }
    }

    /** The shape is the number of axes, their lengths, and more. */
    private static void requireArray(FlatArray array) {
        if (array == null || array.shapeLength() == 0) {
            return;
        }
        long rank = array.shape(0);
        demand(rank >= 0 && rank < array.shapeLength(), "A graph has a constant without a shape.");
        double size = 1;
        for (int axis = 1; axis <= rank; axis++) {
            demand(array.shape(axis) >= 0, "A graph has a constant without a shape.");
            size *= array.shape(axis);
        }
        demand(size <= array.bufferLength(), "A graph has a constant that is larger than it.");
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new KindlingException(otherwise);
        }
    }
}
