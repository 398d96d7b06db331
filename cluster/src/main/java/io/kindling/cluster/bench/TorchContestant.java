package io.kindling.cluster.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * PyTorch, from the same weights on the same mini-batches, in a process of its own that makes steps when it is told to
 * and times them itself.
 */
final class TorchContestant implements Contestant {
    /** Names a Python that has PyTorch. */
    private static final String PYTHON = "KINDLING_PYTHON";

    private static final String SCRIPT = "torch_steps.py";
    private static final String READY = "ready";

    private final Path folder;
    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private TorchContestant(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts PyTorch on a workload; nothing, if {@code KINDLING_PYTHON}, or else {@code python3}, has none. */
    static Optional<Contestant> start(Workload workload) {
        String named = System.getenv(PYTHON);
        String python = named == null ? "python3" : named;
        try {
            if (named == null && !isProgram(python) || !hasTorch(python)) {
                return Optional.empty();
            }
            Path folder = Files.createTempDirectory("kindling-bench");
            write(workload, folder);
            TorchContestant torch = new TorchContestant(
                    folder,
                    process(python, folder.resolve(SCRIPT).toString(), folder.toString())
                            .start());
            torch.requireReady();
            return Optional.of(torch);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessBuilder process(String... command) {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static boolean isProgram(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static boolean hasTorch(String python) throws IOException {
        try {
            return process(python, "-c", "import importlib.util, sys; sys.exit(not importlib.util.find_spec('torch'))")
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for PyTorch.", interrupted);
        }
    }

    private static void write(Workload workload, Path folder) throws IOException {
        try (InputStream script = TorchContestant.class.getResourceAsStream(SCRIPT)) {
            Files.copy(script, folder.resolve(SCRIPT));
        }
        Files.writeString(folder.resolve("network.json"), workload.network().toJson());
        Files.writeString(folder.resolve("batch_size.txt"), Integer.toString(workload.batchSize()));
        Files.write(
                folder.resolve("weights.bin"),
                bytes(List.of(workload.initialWeights().trainable())));
        Files.write(folder.resolve("features.bin"), bytes(all(workload, workload::features)));
        Files.write(folder.resolve("labels.bin"), bytes(all(workload, workload::labels)));
    }

    private static List<float[]> all(Workload workload, IntFunction<float[]> ofBatch) {
        return Stream.iterate(0, batch -> batch + 1)
                .limit(workload.batches())
                .map(ofBatch::apply)
                .toList();
    }

    private static byte[] bytes(List<float[]> arrays) {
        int count = arrays.stream().mapToInt(array -> array.length).sum();
        ByteBuffer buffer = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        arrays.forEach(array -> {
            for (float value : array) {
                buffer.putFloat(value);
            }
        });
        return buffer.array();
    }

    private void requireReady() {
        String answer = answer();
        if (!READY.equals(answer)) {
            throw new IllegalStateException("PyTorch did not start. It said: " + answer + ".");
        }
    }

    @Override
    public String name() {
        return "pytorch";
    }

    @Override
    public Turn run(int steps) {
        commands.println(steps);
        String[] answer = answer().split(" ");
        return new Turn(Long.parseLong(answer[0]), Double.parseDouble(answer[1]));
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("PyTorch ended; what it said is above.");
            }
            return line;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The end of its input ends the process. */
    @Override
    public void close() {
        commands.close();
        try (Stream<Path> files = Files.walk(folder)) {
            process.waitFor();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
