package io.kindling.cluster;

import io.kindling.cluster.command.Commands;
import io.kindling.cluster.report.Console;
import java.io.PrintStream;

/** The {@code kindling} command: trains, evaluates and uses networks from files. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandProcess.run(Main::run, arguments);
    }

    /**
     * Runs the command.
     *
     * @param out receives results
     * @param err receives progress, notices and errors
     * @return 0 if all went well, 2 if the arguments or the data cannot be used, 130 if the thread was interrupted, 1 if
     *     anything else failed
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return Commands.run(arguments, new Console(out, err));
    }
}
