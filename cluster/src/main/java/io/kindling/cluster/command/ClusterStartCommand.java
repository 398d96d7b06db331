package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.cluster.standalone.ClusterSize;
import io.kindling.cluster.standalone.ClusterState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling cluster start}: starts a master and workers and prints the address of the cluster. */
@Command(
        name = "start",
        description = "Starts a master and workers; prints the address that --master takes.",
        sortOptions = false)
final class ClusterStartCommand implements Callable<Integer> {

    @Option(names = "--workers", paramLabel = "N", defaultValue = "2", description = "Worker processes; 2 by default.")
    private int workers;

    @Option(
            names = "--cores",
            paramLabel = "N",
            defaultValue = "1",
            description = "Tasks that each worker runs at the same time; 1 by default.")
    private int cores;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "2g",
            description = "The heap each worker has for its executors, such as 1500m; 2g by default.")
    private String memory;

    @Mixin
    private ClusterOptions options;

    private final Console console;

    ClusterStartCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ClusterState state = options.cluster().start(new ClusterSize(workers, cores, memory));
        console.out().println(state.url());
        return 0;
    }
}
