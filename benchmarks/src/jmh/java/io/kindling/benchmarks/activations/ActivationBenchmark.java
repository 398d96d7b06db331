package io.kindling.benchmarks.activations;

import io.kindling.activations.Activation;
import io.kindling.random.RandomKey;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Every activation on 65,536 normal floats, 128 rows of 512 columns, forward and backward: the median time of a call.
 *
 * <pre>mvn -Pjmh -pl benchmarks -am test-compile</pre>
 *
 * <p>What it prints last is one JSON object, as {@code torch_activations.py} prints of PyTorch. Before the measurement
 * all activations run in the same process, as in one that trains several networks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ActivationBenchmark {
    private static final int ROWS = 128;
    private static final int COLUMNS = 512;
    private static final int WARM_UP_CALLS = 300;
    /** All that are registered, but a user's own, and gelu's second form; some have no defaults. */
    static final List<String> ALL = Stream.concat(
                    Activation.registry().names().stream()
                            .filter(name -> !name.equals("custom") && !name.equals("registered"))
                            .map(name -> name.equals("threshold") ? "threshold(0.5, -1)" : name),
                    Stream.of("gelu(True)"))
            .toList();

    @Param("relu")
    public String name;

    private Activation activation;
    private float[] x;
    private float[] y;
    private float[] dy;
    private float[] dx;

    @Setup(Level.Trial)
    public void prepare() {
        x = gaussian(1);
        dy = gaussian(2);
        y = new float[x.length];
        dx = new float[x.length];
        for (String other : ALL) {
            activation = Activation.of(other);
            for (int i = 0; i < WARM_UP_CALLS; i++) {
                forward();
                backward();
            }
        }
        activation = Activation.of(name);
        forward();
    }

    @Benchmark
    public void forward() {
        activation.forward(x, y, ROWS, COLUMNS);
    }

    @Benchmark
    public void backward() {
        activation.backward(x, y, dy, dx, ROWS, COLUMNS);
    }

    private static float[] gaussian(long seed) {
        RandomKey key = RandomKey.of(seed);
        float[] values = new float[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) key.gaussianAt(i);
        }
        return values;
    }

    /** Measures the activations named, or all. */
    public static void main(String[] names) throws RunnerException {
        List<String> measured = names.length > 0 ? List.of(names) : ALL;
        Map<String, Times> times = measure(measured, new OptionsBuilder());
        StringBuilder json = new StringBuilder();
        for (String name : measured) {
            json.append(json.isEmpty() ? "{" : ",\n ");
            json.append(String.format(
                    Locale.ROOT,
                    "\"%s\": [%.1f, %.1f]",
                    name,
                    times.get(name).forward(),
                    times.get(name).backward()));
        }
        System.out.println(json.append("}"));
    }

    /** The median times of a call of the activations named, each in JVMs of its own. */
    static Map<String, Times> measure(List<String> names, ChainedOptionsBuilder options) throws RunnerException {
        Map<String, Double> forward = new HashMap<>();
        Map<String, Double> backward = new HashMap<>();
        for (RunResult result : new Runner(options.include(ActivationBenchmark.class.getName())
                        .param("name", names.toArray(String[]::new))
                        .build())
                .run()) {
            Map<String, Double> times = result.getPrimaryResult().getLabel().equals("forward") ? forward : backward;
            times.put(
                    result.getParams().getParam("name"),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        return names.stream()
                .collect(Collectors.toMap(
                        Function.identity(), name -> new Times(forward.get(name), backward.get(name))));
    }

    /** The median times of a call, in microseconds. */
    record Times(double forward, double backward) {}
}
