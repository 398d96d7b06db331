package io.kindling.benchmarks.training;

import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.training.AveragingFrequency;
import java.util.OptionalDouble;

/**
 * How the contestants train.
 *
 * @param epochs passes over the rows, at most
 * @param averagingFrequency mini-batches of a worker between averagings
 * @param learningRate of Adam; if there is none, the estimator's choice and, without Spark, 0.001
 */
record TrainingSettings(int epochs, AveragingFrequency averagingFrequency, OptionalDouble learningRate) {
    private static final double USUAL_LEARNING_RATE = 0.001;

    /** An estimator with these settings. */
    NeuralNetworkClassifier classifier(int workers, int batchSize, long seed) {
        NeuralNetworkClassifier classifier = new NeuralNetworkClassifier()
                .setNetwork(DigitNetwork.network())
                .setNumWorkers(workers)
                .setBatchSize(batchSize)
                .setAveragingFrequency(averagingFrequency)
                .setEpochs(epochs)
                .setSeed(seed);
        return learningRate.isPresent() ? classifier.setOptimizer(Adam.of(learningRate.getAsDouble())) : classifier;
    }

    double learningRateWithoutSpark() {
        return learningRate.orElse(USUAL_LEARNING_RATE);
    }
}
