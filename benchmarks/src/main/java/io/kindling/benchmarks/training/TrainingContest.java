package io.kindling.benchmarks.training;

import java.util.List;

/**
 * Who trains, and to what accuracy.
 *
 * @param runs of every contestant
 * @param batchSize Kindling's, for each worker
 * @param target test accuracy of all but Deeplearning4j; PyTorch, of which no more is asked, stops there
 * @param torchBatchSizes PyTorch's, for each process; every one is a contestant
 * @param dl4jBatchSize Deeplearning4j's, for each worker
 * @param dl4jAveragingFrequency mini-batches of a worker between averagings, of dl4j-spark alone
 * @param dl4jTarget test accuracy of Deeplearning4j
 * @param perceptronIterations of MLlib's perceptron; 0 to leave it out
 */
record TrainingContest(
        int runs,
        int batchSize,
        double target,
        List<Integer> torchBatchSizes,
        int dl4jBatchSize,
        int dl4jAveragingFrequency,
        double dl4jTarget,
        int perceptronIterations) {}
