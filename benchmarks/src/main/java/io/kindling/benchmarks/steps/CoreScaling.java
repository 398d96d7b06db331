package io.kindling.benchmarks.steps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.benchmarks.digits.LabelledImages;
import io.kindling.benchmarks.timing.Medians;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many steps two threads make by those of one where neither waits for the other: without Spark, and without averaging.
 * What cores share, such as caches, leaves them less than twice as many, and two workers no more than they.
 */
public final class CoreScaling implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int TURNS = 5;
    /** Of a thread in a turn. */
    private static final int STEPS = 200;

    private final List<Contestant> engines;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    /** Steps per second. */
    private final List<Double> ofOne = new ArrayList<>();

    private final List<Double> ofAll = new ArrayList<>();

    private CoreScaling(LabelledImages images) {
        Workload workload =
                Workload.dense("relu", DigitNetwork.layers(images.pixels())).on(images);
        engines = IntStream.range(0, THREADS)
                .<Contestant>mapToObj(thread -> new KindlingContestant(workload))
                .toList();
    }

    /**
     * Steps of the network that is trained, on images like those it is trained on.
     *
     * @param rows with {@code features}, vectors, and {@code label}, a digit
     */
    public static CoreScaling on(Dataset<Row> rows) {
        return new CoreScaling(LabelledImages.first(rows, Workload.imagesNeeded()));
    }

    /** Measures once more; returns a line about it. */
    public String run() {
        for (int turn = 0; turn < TURNS && ofOne.isEmpty(); turn++) {
            stepsPerSecond(engines);
        }
        for (int turn = 0; turn < TURNS; turn++) {
            ofOne.add(stepsPerSecond(engines.subList(0, 1)));
            ofAll.add(stepsPerSecond(engines));
        }
        return summary();
    }

    private double stepsPerSecond(List<Contestant> those) {
        List<Future<Contestant.Turn>> turns = those.stream()
                .map(engine -> threads.submit(() -> engine.run(STEPS)))
                .toList();
        double sum = 0;
        for (Future<Contestant.Turn> turn : turns) {
            sum += STEPS / (made(turn).nanos() / 1e9);
        }
        return sum;
    }

    private static Contestant.Turn made(Future<Contestant.Turn> turn) {
        try {
            return turn.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while steps were timed.", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A thread could not make its steps.", failed.getCause());
        }
    }

    /** A line about the medians. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "Steps per second of two threads by those of one, without Spark and averaging: %.3f",
                twoByOne());
    }

    /** As one field. */
    public void addTo(ObjectNode json) {
        json.put("steps_per_second_two_threads_by_one", twoByOne());
    }

    private double twoByOne() {
        return median(ofAll) / median(ofOne);
    }

    private static double median(List<Double> values) {
        return Medians.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public void close() {
        threads.shutdown();
        engines.forEach(Contestant::close);
    }
}
