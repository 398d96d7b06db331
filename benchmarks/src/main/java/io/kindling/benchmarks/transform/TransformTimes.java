package io.kindling.benchmarks.transform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.timing.Medians;
import io.kindling.benchmarks.timing.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Something that is done to all rows, and what it took each time. */
final class TransformTimes {
    private final String name;
    private final long rows;
    private final Runnable work;
    private final List<Double> seconds = new ArrayList<>();

    TransformTimes(String name, long rows, Runnable work) {
        this.name = name;
        this.rows = rows;
        this.work = work;
    }

    /** Does it once more. */
    void run() {
        Stopwatch stopwatch = Stopwatch.started();
        work.run();
        seconds.add(stopwatch.seconds());
    }

    /** Forgets what it took so far. */
    void forget() {
        seconds.clear();
    }

    double median() {
        return Medians.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    String line() {
        return String.format(Locale.ROOT, "  %-40s %8.3f s %,12.0f rows/s", name, median(), rows / median());
    }

    /** As one field, by its name. */
    void addTo(ObjectNode json) {
        ObjectNode figures = json.putObject(name.replace(' ', '_'));
        figures.put("seconds", median());
        figures.put("rows_per_second", rows / median());
    }
}
