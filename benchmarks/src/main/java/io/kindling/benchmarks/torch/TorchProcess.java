package io.kindling.benchmarks.torch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A script of a {@link TorchFolder} that runs: lines to it, lines from it. */
public final class TorchProcess implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;

    private TorchProcess(Process process) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a script, its folder being the first argument, and waits until it is ready. */
    public static TorchProcess start(TorchPython python, TorchFolder folder, String script, Object... arguments) {
        String[] command = Stream.concat(Stream.of(folder.file(script), folder), Stream.of(arguments))
                .map(String::valueOf)
                .toArray(String[]::new);
        TorchProcess started = new TorchProcess(python.start(command));
        String answer = started.answer();
        if (!READY.equals(answer)) {
            throw new IllegalStateException("PyTorch did not start. It said: " + answer + ".");
        }
        return started;
    }

    /** Sends it a line. */
    public void tell(Object command) {
        commands.println(command);
    }

    /**
     * Its next line.
     *
     * @throws EngineEndedException if there is none
     */
    public String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new EngineEndedException("PyTorch ended; what it said is above.");
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
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
