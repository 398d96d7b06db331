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
    private long rowsBefore;
    private long rowsTrained;

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

    /** The rows trained on, in all epochs together, without those seen before a checkpoint that training went on from. */
    public long rowsTrained() {
        return rowsTrained;
    }

    @Override
    public void resumed(long rows) {
        rowsBefore = rows;
    }

    @Override
    public void roundFinished(RoundProgress progress) {
        rowsTrained = progress.rows() - rowsBefore;
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        view.show(
                progress,
                String.format(Locale.ROOT, "loss %.4f, %,.0f rows/s", progress.loss(), rowsTrained / seconds));
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
