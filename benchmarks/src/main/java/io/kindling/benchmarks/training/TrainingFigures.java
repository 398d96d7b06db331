package io.kindling.benchmarks.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.timing.Medians;
import io.kindling.benchmarks.torch.EngineEndedException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What one contestant's trainings took. */
final class TrainingFigures {
    private final TrainingContestant contestant;
    private final long rows;
    private final List<TrainingRun> runs = new ArrayList<>();
    private int failed;

    /**
     * None yet.
     *
     * @param rows of an epoch
     */
    TrainingFigures(TrainingContestant contestant, long rows) {
        this.contestant = contestant;
        this.rows = rows;
    }

    /** Trains once more, and does without the run if its engine ends; returns a line about it. */
    String run() {
        int number = runs.size() + failed;
        TrainingRun run;
        try {
            run = contestant.run(number);
        } catch (EngineEndedException ended) {
            failed++;
            return contestant.name() + ", run " + (number + 1) + " failed: " + ended.getMessage();
        }
        runs.add(run);
        return String.format(
                Locale.ROOT,
                "%s, run %d: %s, %,.0f rows/s, %.1f s before the first step; accuracy by epoch %s",
                contestant.name(),
                number + 1,
                reached(run.secondsTo(contestant.target())),
                rows / run.secondsPerEpoch(),
                run.preparation(),
                run.measurements().stream().map(TrainingFigures::measured).collect(Collectors.joining(", ")));
    }

    private static String measured(TrainingRun.Measurement measurement) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f %% (%.2f s)",
                BigDecimal.valueOf(measurement.epochs()).stripTrailingZeros().toPlainString(),
                100 * measurement.accuracy(),
                measurement.seconds());
    }

    /** A line about the medians. */
    String summary() {
        if (runs.isEmpty()) {
            return String.format(Locale.ROOT, "%-40s every run failed", contestant.name());
        }
        return String.format(
                Locale.ROOT,
                "%-40s %s, %,.0f rows/s, %.1f s before the first step",
                contestant.name(),
                reached(secondsTo(contestant.target())),
                rowsPerSecond(),
                median(TrainingRun::preparation));
    }

    private String reached(double seconds) {
        double percent = 100 * contestant.target();
        return Double.isInfinite(seconds)
                ? String.format(Locale.ROOT, "%.2f %% not reached", percent)
                : String.format(Locale.ROOT, "%.2f %% after %.2f s", percent, seconds);
    }

    /** Infinite if most runs never were so accurate; NaN if all failed. */
    double secondsTo(double accuracy) {
        return median(run -> run.secondsTo(accuracy));
    }

    double rowsPerSecond() {
        return rows / median(TrainingRun::secondsPerEpoch);
    }

    private double median(ToDoubleFunction<TrainingRun> figure) {
        return runs.isEmpty()
                ? Double.NaN
                : Medians.of(runs.stream().mapToDouble(figure).toArray());
    }

    /** What was never reached, or not measured, is null. */
    void addTo(ObjectNode node) {
        node.put("name", contestant.name());
        node.put("target", contestant.target());
        putFinite(node, "seconds_to_target", secondsTo(contestant.target()));
        putFinite(node, "rows_per_second", rowsPerSecond());
        putFinite(node, "seconds_before_first_step", median(TrainingRun::preparation));
        node.put("failed_runs", failed);
        ArrayNode all = node.putArray("runs");
        for (TrainingRun run : runs) {
            ObjectNode one = all.addObject();
            putFinite(one, "seconds_to_target", run.secondsTo(contestant.target()));
            one.put("seconds_before_first_step", run.preparation());
            ArrayNode epochs = one.putArray("epochs");
            ArrayNode seconds = one.putArray("seconds");
            ArrayNode accuracies = one.putArray("accuracies");
            run.measurements().forEach(measured -> {
                epochs.add(measured.epochs());
                seconds.add(measured.seconds());
                accuracies.add(measured.accuracy());
            });
        }
    }

    static void putFinite(ObjectNode node, String name, double value) {
        node.put(name, Double.isFinite(value) ? value : null);
    }
}
