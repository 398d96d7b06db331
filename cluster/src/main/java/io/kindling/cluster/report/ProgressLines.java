package io.kindling.cluster.report;

import io.kindling.spark.training.RoundProgress;

/** One line per epoch. */
final class ProgressLines implements ProgressView {
    private final Console console;

    ProgressLines(Console console) {
        this.console = console;
    }

    @Override
    public void show(RoundProgress progress, String measurements) {
        if (progress.round() == progress.rounds()) {
            console.err().println("epoch " + progress.epoch() + "/" + progress.epochs() + ": " + measurements);
        }
    }

    @Override
    public void close() {}
}
