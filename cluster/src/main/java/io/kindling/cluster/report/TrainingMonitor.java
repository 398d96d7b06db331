package io.kindling.cluster.report;

import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.util.Locale;

/** Shows how training goes on the error stream, and remembers what was trained. */
public final class TrainingMonitor implements TrainingListener, AutoCloseable {
    private final Console console;
    private TrainingStart start;
    private ProgressView view;
    private long startNanos;

    public TrainingMonitor(Console console) {
        this.console = console;
    }

    /** What was trained; null before training starts. */
    public TrainingStart start() {
        return start;
    }

    @Override
    public void started(TrainingStart start) {
        this.start = start;
        this.startNanos = System.nanoTime();
        this.view = console.drawsBars() ? new ProgressBarView(console, start) : new ProgressLines(console);
    }

    @Override
    public void roundFinished(RoundProgress progress) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        view.show(
                progress,
                String.format(Locale.ROOT, "loss %.4f, %,.0f rows/s", progress.loss(), progress.rows() / seconds));
    }

    @Override
    public void noticed(String notice) {
        console.err().println("kindling: " + notice);
    }

    @Override
    public void close() {
        if (view != null) {
            view.close();
        }
    }
}
