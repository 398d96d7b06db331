package io.kindling.cluster.report;

import io.kindling.engine.Evaluation;
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
    private int epochs;
    private int bestEpoch;
    private double bestLoss = Double.POSITIVE_INFINITY;

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
        epochs = progress.epoch();
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        view.show(
                progress,
                String.format(Locale.ROOT, "loss %.4f, %,.0f rows/s", progress.loss(), rowsTrained / seconds));
    }

    @Override
    public void epochValidated(int epoch, Evaluation evaluation) {
        epochs = epoch;
        if (evaluation.loss() < bestLoss) {
            bestLoss = evaluation.loss();
            bestEpoch = epoch;
        }
    }

    /** The epochs that training went through, fewer than asked for if it stopped early. */
    public int epochs() {
        return epochs == 0 ? start.epochs() : epochs;
    }

    /** Whether the last epoch there was to be was the best on the rows kept for validation, so that more may be better. */
    public boolean endedImproving() {
        return bestEpoch > 0 && bestEpoch == start.epochs();
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
