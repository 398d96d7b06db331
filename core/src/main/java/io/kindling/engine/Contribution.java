package io.kindling.engine;

/**
 * What a worker brings to the averaging.
 *
 * @param state where its steps led
 * @param examples how many examples it saw; its weight in the average
 * @param lossSum the sum of their losses
 */
public record Contribution(TrainingState state, long examples, double lossSum) {}
