package io.kindling.cluster.report;

import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingStart;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar that fills with the rounds of all epochs. */
final class ProgressBarView implements ProgressView {
    private static final int REFRESH_MILLIS = 200;

    private final ProgressBar bar;

    ProgressBarView(Console console, TrainingStart start) {
        bar = new ProgressBarBuilder()
                .setTaskName("")
                .hideEta()
                .setInitialMax((long) start.epochs() * start.roundsPerEpoch())
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(console.err()))
                .build();
    }

    @Override
    public void show(RoundProgress progress, String measurements) {
        bar.setExtraMessage(" epoch " + progress.epoch() + "/" + progress.epochs() + ", " + measurements);
        bar.stepTo((progress.epoch() - 1L) * progress.rounds() + progress.round());
    }

    @Override
    public void close() {
        bar.close();
    }
}
