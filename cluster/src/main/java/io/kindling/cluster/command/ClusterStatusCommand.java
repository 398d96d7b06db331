package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.cluster.standalone.ClusterProcess;
import io.kindling.cluster.standalone.ClusterStatus;
import io.kindling.cluster.standalone.ClusterStatus.ProcessStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling cluster status}: says what runs; ends with 1 where something does not. */
@Command(
        name = "status",
        description = "Says what runs; ends with exit code 1 unless all of the cluster does.",
        sortOptions = false)
final class ClusterStatusCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions options;

    private final Console console;

    ClusterStatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ClusterStatus status = options.cluster().status();
        console.out()
                .println(status.state().url() + ": " + status.registeredWorkers() + " of "
                        + status.state().size().workers() + " workers registered, programs: "
                        + listed(status.programs()));
        status.processes().forEach(process -> console.out().println("  " + line(process)));
        return status.isWhole() ? 0 : 1;
    }

    private static String line(ProcessStatus status) {
        ClusterProcess process = status.process();
        String start = process.name() + ", process " + process.pid();
        return status.runs()
                ? start + ": runs, executors: " + listed(status.executors()) + ", page http://127.0.0.1:"
                        + process.webPort()
                : start + ": has ended, the reason may be in " + process.log();
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(" ", names);
    }
}
