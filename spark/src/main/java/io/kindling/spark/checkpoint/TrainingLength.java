package io.kindling.spark.checkpoint;

/**
 * How long a training is.
 *
 * @param epochs passes over the rows
 * @param roundsPerEpoch rounds in each
 */
public record TrainingLength(int epochs, int roundsPerEpoch) {}
