package io.kindling.spark.checkpoint;

import io.kindling.engine.TrainingState;

/**
 * Where a training stands between two rounds.
 *
 * @param epoch of the next round, from 0
 * @param round the next round of that epoch, from 0
 * @param lossSum the loss of the epoch's rows so far
 * @param examples how many of the epoch's rows were seen so far
 * @param rowsSeen how many rows were seen in all
 * @param state the network's numbers and the optimizer's memory
 */
public record Checkpoint(int epoch, int round, double lossSum, long examples, long rowsSeen, TrainingState state) {}
