package io.kindling.cluster.integration;

import io.kindling.cluster.standalone.ClusterDirectory;
import io.kindling.cluster.standalone.ClusterProcess;
import io.kindling.cluster.standalone.ClusterState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A master and workers, started and stopped by the command; each has its own process. */
public final class RealCluster implements AutoCloseable {
    private final Path directory;
    private final ClusterState state;

    /** Two workers of one core. */
    public static RealCluster start(Path directory) throws IOException, InterruptedException {
        return start(directory, 2, 1);
    }

    public static RealCluster start(Path directory, int workers, int cores) throws IOException, InterruptedException {
        run(
                0,
                "start",
                "--dir",
                directory.toString(),
                "--workers",
                Integer.toString(workers),
                "--cores",
                Integer.toString(cores),
                "--memory",
                "1g");
        return new RealCluster(directory);
    }

    private RealCluster(Path directory) {
        this.directory = directory;
        this.state = new ClusterDirectory(directory).state().orElseThrow();
    }

    private static List<String> run(int exitCode, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("cluster"));
        command.addAll(Arrays.asList(arguments));
        try (LineProcess process = LineProcess.start(Built.kindling(command), true)) {
            return process.requireExit(exitCode);
        }
    }

    public String url() {
        return state.url();
    }

    /** What {@code kindling cluster status} says; it ends with a given code. */
    List<String> status(int exitCode) throws IOException, InterruptedException {
        return run(exitCode, "status", "--dir", directory.toString());
    }

    /** Ends an executor as {@code kill -9} does; the worker starts another one. */
    void killExecutor() {
        ProcessHandle executor =
                workers().flatMap(ProcessHandle::children).findFirst().orElseThrow();
        executor.destroyForcibly();
        executor.onExit().join();
    }

    /** Ends a worker as {@code kill -9} does; its executor ends itself, and no other one is started. */
    void killWorker() {
        ProcessHandle worker = workers().findFirst().orElseThrow();
        worker.destroyForcibly();
        worker.onExit().join();
    }

    private Stream<ProcessHandle> workers() {
        return state.processes().stream()
                .filter(process -> process.name().startsWith("worker-"))
                .map(ClusterProcess::running)
                .flatMap(Optional::stream);
    }

    @Override
    public void close() throws IOException {
        try {
            run(0, "stop", "--dir", directory.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopping the cluster in " + directory + " was interrupted.", interrupted);
        }
    }
}
