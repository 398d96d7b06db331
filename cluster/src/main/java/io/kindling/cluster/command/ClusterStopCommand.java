package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling cluster stop}: ends the processes that start has started. */
@Command(name = "stop", description = "Ends the cluster and what runs on it.", sortOptions = false)
final class ClusterStopCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions options;

    private final Console console;

    ClusterStopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> ended = options.cluster().stop();
        console.out()
                .println(
                        ended.isEmpty()
                                ? "All processes of the cluster had ended before."
                                : "Ended " + String.join(", ", ended) + ".");
        return 0;
    }
}
