package io.kindling.spark.params;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamValidators;

/**
 * The params of validation and early stopping.
 *
 * @param <S> the stage
 */
public interface ValidationParams<S> extends FluentParams<S> {

    /** The column that is true for rows to validate with; all rows are trained on if it is not set. */
    default Param<String> validationIndicatorCol() {
        return new Param<>(
                this,
                "validationIndicatorCol",
                "the column that is true for rows to validate with, which are not trained on");
    }

    default String getValidationIndicatorCol() {
        return getOrDefault(validationIndicatorCol());
    }

    default S setValidationIndicatorCol(String value) {
        set(validationIndicatorCol(), value);
        return self();
    }

    /**
     * The share of the rows to validate with, 0 for none; if it is not set, all rows are trained on where a network or
     * hidden layers are set, else one of seven is kept back.
     */
    default DoubleParam validationFraction() {
        return new DoubleParam(
                this,
                "validationFraction",
                "the share of the rows, drawn by the seed, to validate with; 0 for none",
                ParamValidators.inRange(0, 1, true, false));
    }

    default double getValidationFraction() {
        return (double) getOrDefault(validationFraction());
    }

    default S setValidationFraction(double value) {
        set(validationFraction(), value);
        return self();
    }

    /** What is looked at to tell whether an epoch was better: {@code val_loss}, {@code val_accuracy} or another metric. */
    default Param<String> monitor() {
        return new MonitorParam(this);
    }

    default String getMonitor() {
        return getOrDefault(monitor());
    }

    default S setMonitor(String value) {
        set(monitor(), value);
        return self();
    }

    /**
     * Epochs without improvement after which training stops; if it is not set, it never does where a network or hidden layers
     * are set, else after up to 16.
     */
    default IntParam patience() {
        return new PositiveIntParam(
                this,
                "patience",
                "epochs without improvement after which training stops; if not set, it never does where a network or hiddenLayers are set, else after up to 16");
    }

    default int getPatience() {
        return (int) getOrDefault(patience());
    }

    default S setPatience(int value) {
        set(patience(), value);
        return self();
    }

    /** How much better an epoch must be to count as an improvement. */
    default DoubleParam minDelta() {
        return new DoubleParam(
                this,
                "minDelta",
                "how much better an epoch must be to count as an improvement (>= 0)",
                ParamValidators.gtEq(0));
    }

    default double getMinDelta() {
        return (double) getOrDefault(minDelta());
    }

    default S setMinDelta(double value) {
        set(minDelta(), value);
        return self();
    }

    /** Whether the model is that of the epoch with the best validation, not of the last. */
    default BooleanParam restoreBestWeights() {
        return new BooleanParam(
                this,
                "restoreBestWeights",
                "whether the model is that of the epoch with the best validation, not of the last");
    }

    default boolean getRestoreBestWeights() {
        return (boolean) getOrDefault(restoreBestWeights());
    }

    default S setRestoreBestWeights(boolean value) {
        set(restoreBestWeights(), value);
        return self();
    }
}
