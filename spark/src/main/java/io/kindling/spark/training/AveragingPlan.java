package io.kindling.spark.training;

import io.kindling.models.Weights;
import io.kindling.spark.checkpoint.Checkpoints;
import java.util.Optional;

/**
 * How the work is shared and put together again.
 *
 * @param workers how many share the rows; fewer are used if there are fewer rows
 * @param averagingFrequency after how many mini-batches of a worker the copies are averaged
 * @param optimizerState what becomes of the optimizer's memory between two rounds
 * @param outerOptimizer how the workers' mean becomes the weights of the next round
 * @param validation what is measured after every epoch, if anything is
 * @param checkpoints where it is kept how far a training is, if it is
 * @param initialWeights what training starts from, if not from weights that are drawn
 */
public record AveragingPlan(
        int workers,
        AveragingFrequency averagingFrequency,
        OptimizerState optimizerState,
        OuterOptimizer outerOptimizer,
        Optional<Validation> validation,
        Optional<Checkpoints> checkpoints,
        Optional<Weights> initialWeights) {
    /** Up to so many floats of all workers together (64 MB) the driver averages itself, which saves a shuffle. */
    public static final long FLOATS_ON_DRIVER = 1 << 24;
}
