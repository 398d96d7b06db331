package io.kindling.spark.training;

/**
 * What is about to be trained.
 *
 * @param rows the rows of the data set
 * @param workers how many share them
 * @param parameters the numbers that gradients change
 * @param epochs passes over the rows
 * @param roundsPerEpoch averagings in each
 */
public record TrainingStart(long rows, int workers, long parameters, int epochs, int roundsPerEpoch) {}
