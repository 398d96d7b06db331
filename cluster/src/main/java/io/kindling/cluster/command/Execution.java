package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.cluster.report.Failure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** Carries out what a command line says, and tells a failure in one sentence. */
public final class Execution {

    private Execution() {}

    /**
     * Runs the subcommand that the arguments name.
     *
     * @return 0 if all went well, else the exit code that {@link Failure} has for what went wrong
     */
    public static int of(CommandLine line, String[] arguments, Console console) {
        boolean verbose = List.of(arguments).contains(SparkCommand.VERBOSE);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, given) -> failed(wrong, false, console));
        line.setExecutionExceptionHandler((wrong, command, parsed) -> failed(wrong, verbose, console));
        try {
            return line.execute(arguments);
        } catch (Error error) {
            // Out of memory, no native library, a full disk as Hadoop reports it.
            return failed(error, verbose, console);
        }
    }

    private static int failed(Throwable failure, boolean verbose, Console console) {
        Failure shown = Failure.of(failure);
        console.err().println("kindling: " + shown.message());
        if (verbose) {
            failure.printStackTrace(console.err());
        }
        return shown.exitCode();
    }
}
