package io.kindling.dl4j.graph;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Copies the numbers of one layer into the arrangement the next one takes, and gradients back.
 *
 * @param from how they lie
 * @param to how they shall lie
 */
public record Rearrangement(
        @JsonProperty("from") Arrangement from,
        @JsonProperty("to") Arrangement to) implements InputPreProcessor {

    @JsonCreator
    public Rearrangement {}

    @Override
    public INDArray preProcess(INDArray input, int miniBatchSize, LayerWorkspaceMgr workspaces) {
        return move(input, from, to, ArrayType.ACTIVATIONS, workspaces);
    }

    /** {@inheritDoc} An embedding has none of the input below it, to which DL4J adds those of other layers. */
    @Override
    public INDArray backprop(INDArray gradient, int miniBatchSize, LayerWorkspaceMgr workspaces) {
        if (gradient == null) {
            int columns = from.lengths().get(0);
            return workspaces.create(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, miniBatchSize, columns);
        }
        return move(gradient, to, from, ArrayType.ACTIVATION_GRAD, workspaces);
    }

    private static INDArray move(
            INDArray array, Arrangement from, Arrangement to, ArrayType type, LayerWorkspaceMgr workspaces) {
        if (from.equals(to)) {
            return workspaces.dup(type, array, 'c');
        }
        INDArray rowMajor = workspaces.dup(type, from.rowMajor(array), 'c');
        return workspaces.dup(type, to.arranged(rowMajor), 'c');
    }

    @Override
    public InputPreProcessor clone() {
        return this;
    }

    @Override
    public InputType getOutputType(InputType inputType) {
        throw new UnsupportedOperationException("Shapes are those of the network's plan; DL4J infers none.");
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int miniBatchSize) {
        return Pair.of(mask, state);
    }
}
