package io.kindling.engine;

/**
 * One worker's part of the work between two averagings.
 *
 * @param epoch which pass over the data, from 0
 * @param worker which worker, from 0
 * @param firstBatch the first mini-batch of the epoch to train on, from 0
 * @param batches how many; fewer where the worker's data ends
 */
public record Round(int epoch, int worker, int firstBatch, int batches) {}
