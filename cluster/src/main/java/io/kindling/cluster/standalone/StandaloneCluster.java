package io.kindling.cluster.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Starts a standalone Spark cluster on this machine, says how it is, and ends it. */
public final class StandaloneCluster {
    private static final String MASTER = "master";
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 50;

    private final ClusterDirectory directory;
    private final WebPage pages = new WebPage();

    public StandaloneCluster(ClusterDirectory directory) {
        this.directory = directory;
    }

    /**
     * Starts a master and workers from the jars of this process, and returns when all workers are registered.
     *
     * @throws ClusterException if a cluster runs here, or a process ends early, or it takes too long
     */
    public ClusterState start(ClusterSize size) throws IOException, InterruptedException {
        return start(size, SparkHome.jarsOfThisProcess());
    }

    ClusterState start(ClusterSize size, List<Path> sparkJars) throws IOException, InterruptedException {
        return directory.whileLocked(() -> {
            directory.state().filter(ClusterState::isAlive).ifPresent(running -> {
                throw new ClusterException("A cluster runs in " + directory.root() + " already: " + running.url()
                        + ". Stop it first, or start another one with another --dir.");
            });
            directory.clearWork();
            SparkHome.link(directory.sparkHome(), sparkJars);
            return startProcesses(size);
        });
    }

    private ClusterState startProcesses(ClusterSize size) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        List<Integer> ports = FreePorts.find(2 + 2 * size.workers());
        String url = "spark://" + Daemon.HOST + ":" + ports.get(0);
        Daemon daemon = new Daemon(directory);
        List<Process> processes = new ArrayList<>();
        ClusterState state = new ClusterState(url, size, List.of());
        try {
            processes.add(daemon.master(MASTER, ports.get(0), ports.get(1)));
            state = written(state, MASTER, processes.get(0), ports.get(1));
            for (int worker = 1; worker <= size.workers(); worker++) {
                String name = "worker-" + worker;
                int webPort = ports.get(2 * worker + 1);
                Process process = daemon.worker(name, ports.get(2 * worker), webPort, url, size);
                processes.add(process);
                state = written(state, name, process, webPort);
            }
            awaitWorkers(state, processes, deadline);
            return state;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            processes.forEach(process -> process.destroyForcibly().onExit().join());
            directory.forgetState();
            throw failed;
        }
    }

    private ClusterState written(ClusterState state, String name, Process process, int webPort) throws IOException {
        ClusterState now = state.with(
                ClusterProcess.of(name, process, webPort, directory.log(name).toString()));
        directory.write(now);
        return now;
    }

    private void awaitWorkers(ClusterState state, List<Process> processes, long deadline) throws InterruptedException {
        while (pages.aliveWorkers(state.master().webPort()) < state.size().workers()) {
            for (int i = 0; i < processes.size(); i++) {
                if (processes.get(i).waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    ClusterProcess ended = state.processes().get(i);
                    throw new ClusterException("The cluster cannot start, because its " + ended.name()
                            + " has ended with exit code " + processes.get(i).exitValue() + ". The reason is in "
                            + ended.log() + ".");
                }
            }
            if (System.nanoTime() > deadline) {
                throw new ClusterException("The cluster needs all its workers registered within "
                        + START_PATIENCE.toSeconds() + " seconds. The master has "
                        + pages.aliveWorkers(state.master().webPort()) + " of "
                        + state.size().workers() + "; the log files in "
                        + Path.of(state.master().log()).getParent() + " may say why.");
            }
        }
    }

    /**
     * Ends the processes of the cluster and those they have started; returns their names.
     *
     * @throws ClusterException if there is no cluster, or a process does not end
     */
    public List<String> stop() throws IOException, InterruptedException {
        return directory.whileLocked(() -> {
            ClusterState state = requireState();
            // Workers that lose their master look for it.
            List<String> ended = new ArrayList<>(end(state.workers()));
            ended.addAll(end(List.of(state.master())));
            directory.forgetState();
            directory.clearWork();
            return ended;
        });
    }

    /** Ends those that run, all at the same time, with what they have started; returns their names. */
    private static List<String> end(List<ClusterProcess> processes) throws InterruptedException {
        Map<String, List<ProcessHandle>> running = new LinkedHashMap<>();
        for (ClusterProcess process : processes) {
            process.running().ifPresent(handle -> running.put(process.name(), withDescendants(handle)));
        }
        running.values().forEach(all -> all.get(0).destroy());
        for (Map.Entry<String, List<ProcessHandle>> process : running.entrySet()) {
            requireEnd(process.getKey(), process.getValue());
        }
        return List.copyOf(running.keySet());
    }

    private static void requireEnd(String name, List<ProcessHandle> all) throws InterruptedException {
        if (awaitEnd(all)) {
            return;
        }
        all.forEach(ProcessHandle::destroyForcibly);
        if (!awaitEnd(all)) {
            throw new ClusterException("The process " + all.get(0).pid() + " of " + name
                    + " was told to end and has not within " + STOP_PATIENCE.toSeconds() + " seconds.");
        }
    }

    private static List<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private static boolean awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                    .get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Waiting for a process to end cannot fail.", impossible);
        }
    }

    /**
     * Asks every process of the cluster how it is.
     *
     * @throws ClusterException if there is no cluster
     */
    public ClusterStatus status() throws InterruptedException {
        return ClusterStatus.of(requireState(), pages);
    }

    private ClusterState requireState() {
        return directory
                .state()
                .orElseThrow(() -> new ClusterException(
                        "No cluster was started in " + directory.root() + ". 'kindling cluster start' starts one."));
    }
}
