package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command {@code kindling} and its subcommands. */
@Command(
        name = "kindling",
        description = "Trains neural networks on Apache Spark, and uses them.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Commands.Version.class)
public final class Commands implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    private Commands() {}

    /** The version that stands in the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Commands.class.getPackage().getImplementationVersion();
            return new String[] {"kindling " + (version == null ? "(not from a jar)" : version)};
        }
    }

    /** Runs a subcommand; returns the exit code. */
    public static int run(String[] arguments, Console console) {
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new EvaluateCommand(console))
                .addSubcommand(new PredictCommand(console))
                .addSubcommand(new DescribeCommand(console))
                .addSubcommand(new BenchCommand())
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(ClusterCommand.line(console));
        return Execution.of(line, arguments, console);
    }

    @Override
    public void run() {
        throw new KindlingException(
                "A command is needed: train, evaluate, predict, describe, plan or cluster. kindling --help explains them.");
    }
}
