package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kindling cluster}: a real Spark cluster on this machine, to try things on. */
@Command(
        name = "cluster",
        description =
                "Runs a standalone Spark cluster on this machine, a process each for master, workers and executors.",
        synopsisSubcommandLabel = "COMMAND")
final class ClusterCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    private ClusterCommand() {}

    /** The command with its own subcommands. */
    static CommandLine line(Console console) {
        return new CommandLine(new ClusterCommand())
                .addSubcommand(new ClusterStartCommand(console))
                .addSubcommand(new ClusterStopCommand(console))
                .addSubcommand(new ClusterStatusCommand(console));
    }

    @Override
    public void run() {
        throw new KindlingException(
                "A command is needed after cluster: start, stop or status. kindling cluster --help explains them.");
    }
}
