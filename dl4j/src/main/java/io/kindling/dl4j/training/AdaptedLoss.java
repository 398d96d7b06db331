package io.kindling.dl4j.training;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A loss of DL4J's as this project has it: times a factor, as DL4J adds up some outputs where Keras takes their mean,
 * and given targets as rows of numbers, whatever the shape of an output.
 *
 * @param loss DL4J's
 * @param factor what its value is multiplied by
 * @param places rows per example: DL4J divides the loss by the number of rows, its gradient by that of examples
 * @param signs whether a target of 0 stands for -1
 */
record AdaptedLoss(
        @JsonProperty("loss") ILossFunction loss,
        @JsonProperty("factor") double factor,
        @JsonProperty("places") int places,
        @JsonProperty("signs") boolean signs)
        implements ILossFunction {

    @JsonCreator
    AdaptedLoss {}

    @Override
    public double computeScore(
            INDArray targets, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return factor
                * loss.computeScore(adapt(targets, preOutput), preOutput.dup(), activation, ofScores(mask), average);
    }

    @Override
    public INDArray computeScoreArray(INDArray targets, INDArray preOutput, IActivation activation, INDArray mask) {
        return loss.computeScoreArray(adapt(targets, preOutput), preOutput.dup(), activation, ofScores(mask))
                .muli(factor);
    }

    /** {@inheritDoc} The output is copied, as activations overwrite it on the way back. */
    @Override
    public INDArray computeGradient(INDArray targets, INDArray preOutput, IActivation activation, INDArray mask) {
        INDArray gradient = loss.computeGradient(adapt(targets, preOutput), preOutput.dup(), activation, null)
                .muli(factor / places);
        return mask == null ? gradient : gradient.muliColumnVector(mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray targets, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return Pair.of(
                computeScore(targets, preOutput, activation, mask, average),
                computeGradient(targets, preOutput, activation, mask));
    }

    /** The weights of rows: DL4J squares those of its squared hinge loss, and in its gradient too. */
    private INDArray ofScores(INDArray mask) {
        return mask != null && loss instanceof LossSquaredHinge ? Transforms.sqrt(mask) : mask;
    }

    private INDArray adapt(INDArray targets, INDArray preOutput) {
        long rows = preOutput.size(0);
        INDArray adapted = targets.dup('c').reshape('c', rows, targets.length() / rows);
        return signs ? adapted.subi(adapted.eq(0).castTo(adapted.dataType())) : adapted;
    }

    @Override
    public String name() {
        return loss.name();
    }
}
