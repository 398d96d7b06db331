package io.kindling.spark.params;

import io.kindling.spark.training.OptimizerState;
import org.apache.spark.ml.param.Param;

/** What becomes of the optimizer's memory between two averagings. */
public interface HasOptimizerState<S> extends FluentParams<S> {

    default Param<OptimizerState> optimizerState() {
        return new TextParam<>(
                this,
                "optimizerState",
                "what becomes of the optimizer's memory between two averagings: average or reset",
                OptimizerState::toString,
                OptimizerState::of);
    }

    default OptimizerState getOptimizerState() {
        return getOrDefault(optimizerState());
    }

    default S setOptimizerState(OptimizerState value) {
        set(optimizerState(), value);
        return self();
    }

    /** By name: {@code "average"} or {@code "reset"}. */
    default S setOptimizerState(String value) {
        return setOptimizerState(OptimizerState.of(value));
    }
}
