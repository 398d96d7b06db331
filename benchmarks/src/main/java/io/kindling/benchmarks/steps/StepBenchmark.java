package io.kindling.benchmarks.steps;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.digits.LabelledImages;
import io.kindling.benchmarks.torch.TorchPython;
import io.kindling.errors.KindlingException;
import io.kindling.linalg.NativeRuntime;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times training steps on one thread: Kindling, Deeplearning4j and, where there is one, PyTorch in turn, after a
 * warm-up, medians over many short turns, so that a noisy machine slows all alike.
 */
final class StepBenchmark {
    private static final List<Workload> WORKLOADS = Stream.concat(
                    Stream.of("relu", "tanh", "sigmoid", "gelu", "silu", "elu", "selu", "leaky_relu", "softplus")
                            .flatMap(activation -> Stream.of(
                                    Workload.dense(activation, 784, 512, 256, 10),
                                    Workload.dense(activation, 784, 64, 32, 10),
                                    Workload.dense(activation, 30, 64, 32, 2))),
                    Stream.of(Workload.lstm(), Workload.conv2d(), Workload.transformer()))
            .toList();
    /** How many images a benchmark takes. */
    static final int IMAGES = Workload.imagesNeeded();

    private static final int TURNS = 30;
    private static final int WARM_UP_TURNS = 10;
    private static final long TURN_NANOS = 100_000_000;

    private final List<Workload> workloads;

    private StepBenchmark(List<Workload> workloads) {
        this.workloads = workloads;
    }

    /**
     * Steps on random numbers.
     *
     * @param wanted a part of the names of the networks to train; empty for all
     * @throws KindlingException if no name has it
     */
    static StepBenchmark of(String wanted) {
        List<Workload> workloads = WORKLOADS.stream()
                .filter(workload -> workload.name().contains(wanted))
                .toList();
        if (workloads.isEmpty()) {
            throw new KindlingException("No network is called so. Received: " + wanted + ". There are: "
                    + WORKLOADS.stream().map(Workload::name).collect(Collectors.joining(", ")) + ".");
        }
        return new StepBenchmark(workloads);
    }

    /** The same on images, for the networks that take them. */
    StepBenchmark on(LabelledImages images) {
        return new StepBenchmark(
                workloads.stream().map(workload -> workload.on(images)).toList());
    }

    /**
     * Refuses images for which there is no network.
     *
     * @throws KindlingException if no network takes them
     */
    void requireOneTakes(LabelledImages images) {
        if (workloads.stream().noneMatch(workload -> workload.takes(images))) {
            throw new KindlingException("A network must take the images. Received: images of " + images.pixels()
                    + " pixels and " + images.classes() + " classes, for networks of "
                    + workloads.stream()
                            .map(workload -> workload.inputs() + " inputs and " + workload.classes() + " classes")
                            .distinct()
                            .collect(Collectors.joining(" or "))
                    + ".");
        }
    }

    /** Prints a line for every network, then the same figures as one JSON object. */
    void run(PrintStream out) {
        NativeRuntime.useThreads(1);
        double peak = ProductPeak.operationsPerSecond();
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("peak_gflops", peak / 1e9);
        ArrayNode rows = json.putArray("steps");
        out.println("Training step, Adam, mini-batches of 128 (Transformer: " + EncoderNetwork.BATCH_SIZE
                + "), one thread: median (fastest - slowest) in ms");
        for (Workload workload : workloads) {
            List<StepTimes> times = measure(workload, out);
            out.println(line(workload, times, peak));
            addTo(rows.addObject(), workload, times, peak);
        }
        out.println(json);
    }

    private static String line(Workload workload, List<StepTimes> times, double peak) {
        StepTimes own = times.get(0);
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", workload.name()));
        for (StepTimes one : times) {
            line.append(String.format(
                    Locale.ROOT, "  %s %.3f (%.3f - %.3f)", one.engine(), one.median(), one.fastest(), one.slowest()));
        }
        for (StepTimes other : times.subList(1, times.size())) {
            line.append(String.format(Locale.ROOT, "  by %s %.2f", other.engine(), own.median() / other.median()));
        }
        if (!Double.isNaN(workload.operations())) {
            line.append(String.format(Locale.ROOT, "  of the peak %.0f %%", 100 * ofPeak(workload, own, peak)));
        }
        line.append("  losses ")
                .append(times.stream()
                        .map(one -> String.format(Locale.ROOT, "%.4f", one.loss()))
                        .collect(Collectors.joining(" ")));
        return line.toString();
    }

    private static void addTo(ObjectNode row, Workload workload, List<StepTimes> times, double peak) {
        row.put("network", workload.name());
        for (StepTimes one : times) {
            row.put(one.engine() + "_ms", one.median());
            row.put(one.engine() + "_loss", one.loss());
        }
        for (StepTimes other : times.subList(1, times.size())) {
            row.put("by_" + other.engine(), times.get(0).median() / other.median());
        }
        if (!Double.isNaN(workload.operations())) {
            row.put("of_peak", ofPeak(workload, times.get(0), peak));
        }
    }

    /** The share of a step that its products would take at the speed of a large one. */
    private static double ofPeak(Workload workload, StepTimes times, double peak) {
        return workload.operations() / peak / (times.median() / 1e3);
    }

    private static List<StepTimes> measure(Workload workload, PrintStream out) {
        List<Contestant> contestants = new ArrayList<>();
        try {
            contestants.add(new KindlingContestant(workload));
            Dl4jContestant.start(workload, out::println).ifPresent(contestants::add);
            TorchPython.find().ifPresent(python -> {
                contestants.add(new TorchContestant(python, workload, false));
                contestants.add(new TorchContestant(python, workload, true));
            });
            return measure(workload, contestants);
        } finally {
            contestants.forEach(Contestant::close);
        }
    }

    private static List<StepTimes> measure(Workload workload, List<Contestant> contestants) {
        long slowest = contestants.stream()
                .mapToLong(contestant -> contestant.run(workload.batches()).nanos() / workload.batches())
                .max()
                .orElseThrow();
        int steps = Math.max(1, (int) (TURN_NANOS / slowest));
        double[][] milliseconds = new double[contestants.size()][TURNS];
        double[] losses = new double[contestants.size()];
        for (int turn = -WARM_UP_TURNS; turn < TURNS; turn++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant.Turn made = contestants.get(i).run(steps);
                losses[i] = made.loss();
                if (turn >= 0) {
                    milliseconds[i][turn] = made.nanos() / 1e6 / steps;
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
