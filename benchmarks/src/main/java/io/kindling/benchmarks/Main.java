package io.kindling.benchmarks;

import io.kindling.benchmarks.averaging.AveragingCommand;
import io.kindling.benchmarks.steps.StepsCommand;
import io.kindling.benchmarks.tables.TablesCommand;
import io.kindling.benchmarks.training.TrainingCommand;
import io.kindling.benchmarks.transform.TransformCommand;
import io.kindling.cluster.CommandProcess;
import io.kindling.cluster.command.Execution;
import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code benchmark} command: measures training and prediction beside other engines on the same machine. */
@Command(
        name = "benchmark",
        description = "Measures how fast networks are trained and used, beside other engines on the same machine.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandProcess.run(Main::run, arguments);
    }

    /**
     * Runs the command.
     *
     * @param out receives figures
     * @param err receives notices and errors
     * @return 0 if all went well, 2 if the arguments or the data cannot be used, 130 if the thread was interrupted, 1 if
     *     anything else failed
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Console console = new Console(out, err);
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new StepsCommand(console))
                .addSubcommand(new AveragingCommand(console))
                .addSubcommand(new TrainingCommand(console))
                .addSubcommand(new TransformCommand(console))
                .addSubcommand(new TablesCommand(console));
        return Execution.of(line, arguments, console);
    }

    @Override
    public void run() {
        throw new KindlingException(
                "A command is needed: steps, averaging, training, transform or tables. benchmark --help explains them.");
    }
}
