package io.kindling.cluster.command;

import io.kindling.losses.Loss;
import io.kindling.optimizers.Optimizer;
import io.kindling.spark.NetworkEstimator;
import io.kindling.spark.training.AveragingFrequency;
import io.kindling.spark.training.TrainingEngines;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a network is trained. */
final class TrainingOptions {

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            description = "What is minimized; by default the cross-entropy that fits the last layer.")
    private String loss;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            description =
                    "How weights are changed: sgd, \"sgd(0.1, momentum=0.9)\", …; by default adam, with the rate 0.001 times the square root of --workers, at most 0.004, or what suits tables where nothing is said about the network.")
    private String optimizer;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description =
                    "The step size; by default that of the --optimizer, or where none is given, 0.001 times the square root of --workers, at most 0.004.")
    private Double learningRate;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "Passes over the data; where nothing is said about the network, as many as rows kept back find"
                            + " best, else 10.")
    private Integer epochs;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description =
                    "Rows per step and worker; by default 32, and with more than 16 workers 512 / workers, at least 8.")
    private Integer batchSize;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Parts of the data that are trained on at the same time; one per processor by default.")
    private Integer workers;

    @Option(
            names = "--averaging-frequency",
            paramLabel = "N",
            converter = FrequencyConverter.class,
            description =
                    "Steps of each worker between averagings, epoch or auto; auto, about 1280 / workers^1.5, by default.")
    private AveragingFrequency averagingFrequency;

    @Option(
            names = "--optimizer-state",
            paramLabel = "S",
            description = "The optimizer's memory between averagings: average (default) or reset.")
    private String optimizerState;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "What trains: kindling (default), or dl4j, Deeplearning4j in a jar of its own.")
    private String engine;

    @Option(
            names = "--checkpoint-dir",
            paramLabel = "DIR",
            description = "Where it is kept how far training is; the same command continues from there.")
    private String checkpointDir;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "N",
            description = "Averagings between checkpoints; 20 by default.")
    private Integer checkpointInterval;

    @Option(
            names = "--checkpoint-mode",
            paramLabel = "M",
            description =
                    "Checkpoints that are there: resume (default) goes on from its own and refuses those of another"
                            + " training, restart deletes them, separate keeps each training's in a subfolder.")
    private String checkpointMode;

    @Mixin
    private ValidationOptions validation;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The source of all randomness; 0 by default.")
    private long seed;

    /** Sets what was asked for; what was not keeps the estimator's own default. */
    void applyTo(NetworkEstimator<?, ?> estimator) {
        Numbers.positive("--learning-rate", learningRate);
        Numbers.atLeastOne("--epochs", epochs);
        Numbers.atLeastOne("--batch-size", batchSize);
        Numbers.atLeastOne("--workers", workers);
        Numbers.atLeastOne("--checkpoint-interval", checkpointInterval);
        if (loss != null) {
            estimator.setLoss(Loss.of(loss));
        }
        if (optimizer != null) {
            estimator.setOptimizer(Optimizer.of(optimizer));
        }
        if (learningRate != null) {
            estimator.setOptimizer(estimator.getOptimizer().withLearningRate(learningRate));
        }
        if (epochs != null) {
            estimator.setEpochs(epochs);
        }
        if (batchSize != null) {
            estimator.setBatchSize(batchSize);
        }
        if (workers != null) {
            estimator.setNumWorkers(workers);
        }
        if (averagingFrequency != null) {
            estimator.setAveragingFrequency(averagingFrequency);
        }
        if (optimizerState != null) {
            estimator.setOptimizerState(optimizerState);
        }
        if (engine != null) {
            TrainingEngines.named(engine);
            estimator.setEngine(engine);
        }
        if (checkpointDir != null) {
            estimator.setCheckpointDir(checkpointDir);
        }
        if (checkpointInterval != null) {
            estimator.setCheckpointInterval(checkpointInterval);
        }
        if (checkpointMode != null) {
            estimator.setCheckpointMode(checkpointMode);
        }
        validation.applyTo(estimator);
        estimator.setSeed(seed);
    }

    Optional<String> checkpointDir() {
        return Optional.ofNullable(checkpointDir);
    }

    long seed() {
        return seed;
    }

    /** 0 if not asked for. */
    int workers() {
        return workers == null ? 0 : workers;
    }
}
