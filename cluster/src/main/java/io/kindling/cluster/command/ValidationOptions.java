package io.kindling.cluster.command;

import io.kindling.errors.KindlingException;
import io.kindling.spark.NetworkEstimator;
import picocli.CommandLine.Option;

/** The options that say how training finds its best epoch. */
final class ValidationOptions {

    @Option(
            names = "--validation-fraction",
            paramLabel = "X",
            description =
                    "The share of the training rows that is kept back to find the best epoch, 0 for none; by default 0,"
                            + " or a part of them where nothing is said about the network.")
    private Double fraction;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Epochs without improvement on those rows after which training stops.")
    private Integer patience;

    @Option(
            names = "--restore-best",
            paramLabel = "BOOL",
            arity = "1",
            description = "Whether the network is that of the best epoch, not of the last; true by default.")
    private Boolean restoreBest;

    /** Sets what was asked for. */
    void applyTo(NetworkEstimator<?, ?> estimator) {
        if (fraction != null && !(fraction >= 0 && fraction < 1)) {
            throw new KindlingException(
                    "--validation-fraction must be at least 0 and below 1. Received: " + fraction + ".");
        }
        Numbers.atLeastOne("--patience", patience);
        if (fraction != null) {
            estimator.setValidationFraction(fraction);
        }
        if (patience != null) {
            estimator.setPatience(patience);
        }
        if (restoreBest != null) {
            estimator.setRestoreBestWeights(restoreBest);
        }
    }
}
