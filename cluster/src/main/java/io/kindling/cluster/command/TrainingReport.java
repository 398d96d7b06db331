package io.kindling.cluster.command;

import io.kindling.cluster.model.Target;
import io.kindling.cluster.report.Measures;
import io.kindling.cluster.report.Result;
import io.kindling.cluster.report.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is said after a training.
 *
 * @param target what was learned
 * @param monitor that has watched it
 * @param measures how good the network is
 * @param seconds it took
 * @param tested whether it was measured on rows that were kept from training
 */
record TrainingReport(Target target, TrainingMonitor monitor, Measures measures, double seconds, boolean tested) {

    private double rowsPerSecond() {
        return monitor.rowsTrained() / seconds;
    }

    /** For a person. */
    List<String> lines() {
        int epochs = monitor.epochs();
        int workers = monitor.start().workers();
        List<String> lines = new ArrayList<>();
        lines.add("Task: " + target.said());
        lines.add(String.format(
                Locale.ROOT,
                "Trained on %,d rows: %d %s, %d %s, %.1f s, %,.0f rows/s.",
                monitor.start().rows(),
                epochs,
                epochs == 1 ? "epoch" : "epochs",
                workers,
                workers == 1 ? "worker" : "workers",
                seconds,
                rowsPerSecond()));
        lines.add(String.format(
                Locale.ROOT,
                "On %,d rows %s: %s.",
                measures.rows(),
                tested ? "that were kept from training" : "of the training data",
                measures.summary()));
        return lines;
    }

    /** For a program. */
    Result figures() {
        Result result = new Result();
        measures.summary(result);
        return result.put("rows", monitor.start().rows())
                .put("seconds", seconds)
                .put("epochs", monitor.epochs())
                .put("workers", monitor.start().workers())
                .put("rows_per_second", rowsPerSecond())
                .put("parameters", monitor.start().parameters())
                .put("measured_on", tested ? "test" : "training")
                .put("measured_rows", measures.rows())
                .put("task", target.task().toString());
    }
}
