package io.kindling.autodiff;

import io.kindling.errors.KindlingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A function of a matrix as a SameDiff graph, ready to run on one thread. */
public final class FunctionGraph {
    private static final String X = "x";
    private static final String Y = "y";
    private static final String DY = "dy";
    private static final String LOSS = "loss";

    private final SameDiff graph;

    private FunctionGraph(SameDiff graph) {
        this.graph = graph;
    }

    /**
     * Records what a function does and returns the graph as bytes (a FlatBuffer, about 2 KB).
     *
     */
    public static byte[] record(SameDiffFunction function) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder(X, DataType.FLOAT, -1, -1);
        SDVariable y = graph.identity(Y, function.apply(graph, x));
        SDVariable dy = graph.placeHolder(DY, DataType.FLOAT, -1, -1);
        graph.setLossVariables(graph.sum(LOSS, y.mul(dy)).name());
        ByteBuffer buffer = graph.asFlatBuffers(false);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /**
     * The graph that bytes describe.
     *
     * @throws KindlingException if they describe none
     */
    public static FunctionGraph read(byte[] bytes) {
        try {
            GraphFile.require(bytes);
            SameDiff graph = SameDiff.fromFlatBuffers(ByteBuffer.wrap(bytes));
            if (!graph.hasVariable(X) || !graph.hasVariable(Y) || !graph.hasVariable(DY)) {
                throw new KindlingException("The graph lacks its variables x, y and dy.");
            }
            graph.setLossVariables(LOSS);
            graph.createGradFunction(X);
            return new FunctionGraph(graph);
        } catch (IOException | RuntimeException unreadable) {
            throw new KindlingException("The graph cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Writes {@code y = f(x)}. */
    public void forward(float[] x, float[] y, int rows, int columns) {
        try (INDArray input = matrix(x, rows, columns)) {
            copy(graph.output(Map.of(X, input), Y).get(Y), y, rows, columns);
        }
    }

    /** Writes {@code dx = dy · df/dx}. */
    public void backward(float[] x, float[] dy, float[] dx, int rows, int columns) {
        try (INDArray input = matrix(x, rows, columns);
                INDArray gradient = matrix(dy, rows, columns)) {
            copy(graph.calculateGradients(Map.of(X, input, DY, gradient), X).get(X), dx, rows, columns);
        }
    }

    private static INDArray matrix(float[] values, int rows, int columns) {
        INDArray matrix = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'c');
        matrix.data().asNioFloat().put(0, values, 0, rows * columns);
        return matrix;
    }

    private static void copy(INDArray result, float[] target, int rows, int columns) {
        if (result.rank() != 2 || result.rows() != rows || result.columns() != columns) {
            throw new KindlingException("The function must keep the shape (" + rows + ", " + columns + "). It gave "
                    + result.shapeInfoToString() + ".");
        }
        try (INDArray contiguous = result.dup('c')) {
            contiguous.data().asNioFloat().get(0, target, 0, rows * columns);
        }
        if (result.closeable()) {
            result.close();
        }
    }
}
