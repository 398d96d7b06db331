package io.kindling.dl4j;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Brings the numbers of one layer into the arrangement the next one takes, and gradients back.
 *
 * @param from how they lie
 * @param to how they shall lie
 */
record Rearrangement(
        @JsonProperty("from") Arrangement from,
        @JsonProperty("to") Arrangement to) implements InputPreProcessor {

    @JsonCreator
    Rearrangement {}

    @Override
    public INDArray preProcess(INDArray input, int miniBatchSize, LayerWorkspaceMgr workspaces) {
        return move(input, from, to, ArrayType.ACTIVATIONS, workspaces);
    }

    /** {@inheritDoc} Below an embedding there is no gradient. */
    @Override
    public INDArray backprop(INDArray gradient, int miniBatchSize, LayerWorkspaceMgr workspaces) {
        return gradient == null ? null : move(gradient, to, from, ArrayType.ACTIVATION_GRAD, workspaces);
    }

    private static INDArray move(
            INDArray array, Arrangement from, Arrangement to, ArrayType type, LayerWorkspaceMgr workspaces) {
        if (from.equals(to)) {
            return workspaces.leverageTo(type, array);
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
