package io.kindling.spark.params;

import io.kindling.optimizers.Optimizer;
import io.kindling.spark.training.AveragingFrequency;
import io.kindling.spark.training.OptimizerState;
import io.kindling.spark.training.OuterOptimizer;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;

/**
 * The params that say how the work is shared out and put together again.
 *
 * @param <S> the stage
 */
public interface AveragingParams<S> extends FluentParams<S> {

    /** What trains the network. */
    default Param<String> engine() {
        return new Param<>(
                this, "engine", "what trains the network: kindling, or dl4j with the artifact kindling-dl4j");
    }

    default String getEngine() {
        return getOrDefault(engine());
    }

    default S setEngine(String value) {
        set(engine(), value);
        return self();
    }

    /** Workers that train at the same time, each on its share of the rows; as many as the cluster runs tasks if it is not set. */
    default IntParam numWorkers() {
        return new PositiveIntParam(
                this,
                "numWorkers",
                "workers that train at the same time, each on its share of the rows; as many as the cluster runs tasks if it is not set");
    }

    default int getNumWorkers() {
        return (int) getOrDefault(numWorkers());
    }

    default S setNumWorkers(int value) {
        set(numWorkers(), value);
        return self();
    }

    /** After how many mini-batches of each worker the copies are averaged. */
    default Param<AveragingFrequency> averagingFrequency() {
        return new TextParam<>(
                this,
                "averagingFrequency",
                "mini-batches each worker trains on between two averagings: a number (>= 1), epoch or auto",
                AveragingFrequency::toString,
                AveragingFrequency::of);
    }

    default AveragingFrequency getAveragingFrequency() {
        return getOrDefault(averagingFrequency());
    }

    default S setAveragingFrequency(AveragingFrequency value) {
        set(averagingFrequency(), value);
        return self();
    }

    /** After a number of mini-batches. */
    default S setAveragingFrequency(int batches) {
        return setAveragingFrequency(new AveragingFrequency.Every(batches));
    }

    /** By name: {@code "epoch"}, {@code "auto"} or a number of mini-batches. */
    default S setAveragingFrequency(String value) {
        return setAveragingFrequency(AveragingFrequency.of(value));
    }

    /** What becomes of the optimizer's memory between two averagings. */
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

    /** How the workers' mean becomes the weights of the next round. */
    default Param<OuterOptimizer> outerOptimizer() {
        return new TextParam<>(
                this,
                "outerOptimizer",
                "how the workers' mean becomes the weights of the next round: average, or by one step of an optimizer such as sgd(1, momentum=0.8, nesterov=True)",
                OuterOptimizer::toString,
                OuterOptimizer::of);
    }

    default OuterOptimizer getOuterOptimizer() {
        return getOrDefault(outerOptimizer());
    }

    default S setOuterOptimizer(OuterOptimizer value) {
        set(outerOptimizer(), value);
        return self();
    }

    /** By one step of an optimizer. */
    default S setOuterOptimizer(Optimizer value) {
        return setOuterOptimizer(OuterOptimizer.of(value));
    }

    /** By name: {@code "average"}, or an optimizer such as {@code "sgd(1, momentum=0.8, nesterov=True)"}. */
    default S setOuterOptimizer(String name) {
        return setOuterOptimizer(OuterOptimizer.of(name));
    }
}
