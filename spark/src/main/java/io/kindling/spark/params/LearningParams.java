package io.kindling.spark.params;

import io.kindling.losses.Loss;
import io.kindling.optimizers.Optimizer;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;

/**
 * The params that say how a network learns.
 *
 * @param <S> the stage
 */
public interface LearningParams<S> extends FluentParams<S> {

    /** What training minimizes; chosen to fit the output layer if it is not set. */
    default Param<Loss> loss() {
        return new RegistryParam<>(
                this,
                "loss",
                "what training minimizes; chosen to fit the output layer if it is not set",
                Loss.registry());
    }

    default Loss getLoss() {
        return getOrDefault(loss());
    }

    default S setLoss(Loss value) {
        set(loss(), value);
        return self();
    }

    /** By name, such as {@code "categorical_crossentropy"}. */
    default S setLoss(String name) {
        return setLoss(Loss.of(name));
    }

    /** How gradients change weights; where it is not set, Adam with a rate that grows with the workers, up to 0.004. */
    default Param<Optimizer> optimizer() {
        return new RegistryParam<>(
                this,
                "optimizer",
                "how gradients change weights; where not set, adam with the rate 0.001 times the square root of numWorkers, at most 0.004",
                Optimizer.registry());
    }

    default Optimizer getOptimizer() {
        return getOrDefault(optimizer());
    }

    default S setOptimizer(Optimizer value) {
        set(optimizer(), value);
        return self();
    }

    /** By name, such as {@code "adam"} or {@code "sgd(0.1, momentum=0.9)"}. */
    default S setOptimizer(String name) {
        return setOptimizer(Optimizer.of(name));
    }

    /** Passes over the data; where nothing is set, as many as rows that are kept back find best. */
    default IntParam epochs() {
        return new PositiveIntParam(
                this,
                "epochs",
                "passes over the data; where nothing is set, as many as rows that are kept back find best");
    }

    default int getEpochs() {
        return (int) getOrDefault(epochs());
    }

    default S setEpochs(int value) {
        set(epochs(), value);
        return self();
    }

    /** Examples per step on each worker; where it is not set 32, with more than 16 workers 512 / workers, at least 8. */
    default IntParam batchSize() {
        return new PositiveIntParam(
                this,
                "batchSize",
                "examples per step on each worker; where not set 32, with more than 16 workers 512 / workers, at least 8");
    }

    default int getBatchSize() {
        return (int) getOrDefault(batchSize());
    }

    default S setBatchSize(int value) {
        set(batchSize(), value);
        return self();
    }

    /** Whether every epoch sees the rows in another order. */
    default BooleanParam shuffle() {
        return new BooleanParam(this, "shuffle", "whether every epoch sees the rows in another order");
    }

    default boolean getShuffle() {
        return (boolean) getOrDefault(shuffle());
    }

    default S setShuffle(boolean value) {
        set(shuffle(), value);
        return self();
    }

    /** The source of all randomness: same data, seed and number of workers, same model. */
    default LongParam seed() {
        return new LongParam(this, "seed", "the source of all randomness");
    }

    default long getSeed() {
        return (long) getOrDefault(seed());
    }

    default S setSeed(long value) {
        set(seed(), value);
        return self();
    }
}
