package io.kindling.benchmarks.torch;

import io.kindling.errors.KindlingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python that has PyTorch.
 *
 * @param program its name or path
 */
public record TorchPython(String program) {
    /** Names one. */
    private static final String VARIABLE = "KINDLING_PYTHON";

    /** Has glibc keep freed memory: in a virtual machine, getting it anew for every step can take longer than the step. */
    private static final Map<String, String> KEEPS_MEMORY =
            Map.of("MALLOC_MMAP_THRESHOLD_", "33554432", "MALLOC_TRIM_THRESHOLD_", "1073741824");

    /**
     * What {@code KINDLING_PYTHON} names, or else {@code python3}; nothing, if that has no PyTorch.
     *
     * @throws KindlingException if it names no program
     */
    public static Optional<TorchPython> find() {
        String named = System.getenv(VARIABLE);
        TorchPython python = new TorchPython(named == null ? "python3" : named);
        return (named != null || python.isProgram()) && python.hasTorch() ? Optional.of(python) : Optional.empty();
    }

    private boolean isProgram() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private boolean hasTorch() {
        try {
            return start("-c", "import importlib.util, sys; sys.exit(not importlib.util.find_spec('torch'))")
                            .waitFor()
                    == 0;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for PyTorch.", interrupted);
        }
    }

    /** Starts it; what it says on its error stream is shown. */
    Process start(String... arguments) {
        String[] command =
                Stream.concat(Stream.of(program), Stream.of(arguments)).toArray(String[]::new);
        ProcessBuilder process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.environment().putAll(KEEPS_MEMORY);
        try {
            return process.start();
        } catch (IOException failed) {
            throw new KindlingException(
                    VARIABLE + " must name a Python, or not be set. It is '" + program + "'.", failed);
        }
    }
}
