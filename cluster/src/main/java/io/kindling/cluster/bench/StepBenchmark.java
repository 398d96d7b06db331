package io.kindling.cluster.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.linalg.NativeRuntime;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Times training steps of dense networks on one thread: Kindling and Deeplearning4j in turn, after a warm-up, medians
 * over many short turns, so that a noisy machine slows both alike.
 */
public final class StepBenchmark {
    private static final List<Workload> WORKLOADS = Stream.of("relu", "tanh", "gelu")
            .flatMap(activation -> Stream.of(
                    Workload.of(activation, 784, 512, 256, 10),
                    Workload.of(activation, 784, 64, 32, 10),
                    Workload.of(activation, 30, 64, 32, 2)))
            .toList();
    private static final int TURNS = 40;
    private static final int WARM_UP_TURNS = 10;
    private static final long TURN_NANOS = 100_000_000;

    private StepBenchmark() {}

    /** Prints a table, then the same figures as one JSON object. */
    public static void run(PrintStream out) {
        NativeRuntime.useThreads(1);
        ObjectNode json = new ObjectMapper().createObjectNode();
        ArrayNode rows = json.putArray("steps");
        out.println("Training step, Adam, mini-batches of 128, one thread: median (fastest - slowest) in ms");
        for (Workload workload : WORKLOADS) {
            List<StepTimes> times = measure(workload);
            StepTimes kindling = times.get(0);
            StepTimes dl4j = times.get(1);
            double ratio = kindling.median() / dl4j.median();
            out.printf(
                    "%-24s kindling %7.3f (%.3f - %.3f)   dl4j %7.3f (%.3f - %.3f)   ratio %.3f   loss %.4f / %.4f%n",
                    workload.name(),
                    kindling.median(),
                    kindling.fastest(),
                    kindling.slowest(),
                    dl4j.median(),
                    dl4j.fastest(),
                    dl4j.slowest(),
                    ratio,
                    kindling.loss(),
                    dl4j.loss());
            rows.addObject()
                    .put("network", workload.name())
                    .put("kindling_ms", kindling.median())
                    .put("dl4j_ms", dl4j.median())
                    .put("ratio", ratio);
        }
        out.println(json);
    }

    private static List<StepTimes> measure(Workload workload) {
        try (Contestant kindling = new KindlingContestant(workload);
                Contestant dl4j = new Dl4jContestant(workload)) {
            List<Contestant> contestants = List.of(kindling, dl4j);
            long slowest = contestants.stream()
                    .mapToLong(contestant -> nanosPerStep(contestant, workload))
                    .max()
                    .orElseThrow();
            int steps = Math.max(1, (int) (TURN_NANOS / slowest));
            double[][] milliseconds = new double[contestants.size()][TURNS];
            double[] losses = new double[contestants.size()];
            for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
                for (int i = 0; i < contestants.size(); i++) {
                    long start = System.nanoTime();
                    for (int step = 0; step < steps; step++) {
                        losses[i] = contestants.get(i).step(step % workload.batches());
                    }
                    if (turn >= 0) {
                        milliseconds[i][turn] = (System.nanoTime() - start) / 1e6 / steps;
                    }
                }
            }
            List<StepTimes> times = new ArrayList<>();
            for (int i = 0; i < contestants.size(); i++) {
                times.add(new StepTimes(contestants.get(i).name(), milliseconds[i], losses[i]));
            }
            return times;
        }
    }

    /** A first look at how long a step takes. */
    private static long nanosPerStep(Contestant contestant, Workload workload) {
        int steps = workload.batches();
        long start = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            contestant.step(step);
        }
        return Math.max(1, (System.nanoTime() - start) / steps);
    }
}
