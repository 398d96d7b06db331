package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of which one reads what it says, line by line, while it runs. */
public final class LineProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> read = new ArrayList<>();
    private final Thread reader;

    /** Starts a process; its errors are among its lines if asked for, else kept for the message of a failed test. */
    static LineProcess start(List<String> command, boolean errorsToo) throws IOException {
        return start(command, errorsToo, Map.of());
    }

    /** The same with further variables in its environment. */
    public static LineProcess start(List<String> command, boolean errorsToo, Map<String, String> variables)
            throws IOException {
        Path errors = Files.createTempFile("errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(Built.heedingSignals(command))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(errorsToo);
        if (!errorsToo) {
            builder.redirectError(errors.toFile());
        }
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SPARK_"));
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KINDLING_JAVA_OPTS", String.join(" ", Built.SHORT_RUN));
        builder.environment().put("KINDLING_SUBMIT_OPTS", "--conf " + Built.SHORT_RUN_OF_EXECUTORS);
        builder.environment().putAll(variables);
        return new LineProcess(builder.start(), errors);
    }

    private LineProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.reader = new Thread(this::readAll, "lines of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(unread::add);
        } catch (IOException | UncheckedIOException killed) {
            // What was said before has been read.
        }
    }

    /** Waits for a line, which fails the test if it does not come. */
    String await(Predicate<String> wanted) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            boolean ended = !reader.isAlive();
            String line = unread.poll(100, TimeUnit.MILLISECONDS);
            if (line != null) {
                read.add(line);
                if (wanted.test(line)) {
                    return line;
                }
            } else if (ended || System.nanoTime() > deadline) {
                return fail((ended ? "The process has ended" : "The wait was in vain") + " after saying " + read + "\n"
                        + Files.readString(errors));
            }
        }
    }

    /** Waits for the end of the process, which must be a good one, and returns all that it has said. */
    public List<String> requireSuccess() throws InterruptedException {
        return requireExit(0);
    }

    /** Waits for the end of the process and returns all that it has said. */
    List<String> requireExit(int code) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended in time")
                .isTrue();
        reader.join();
        unread.drainTo(read);
        assertThat(process.exitValue()).as(() -> read + "\n" + errorText()).isEqualTo(code);
        return List.copyOf(read);
    }

    private String errorText() {
        try {
            return Files.readString(errors);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Sends the process a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    /** Ends the process as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(errors);
    }
}
