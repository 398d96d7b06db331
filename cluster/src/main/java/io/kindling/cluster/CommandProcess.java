package io.kindling.cluster;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The process of a command: what it writes is UTF-8, signals interrupt it, and it ends with the command's exit code. */
public final class CommandProcess {

    private CommandProcess() {}

    /** A command. */
    @FunctionalInterface
    public interface Program {
        /**
         * Runs it.
         *
         * @param out receives results
         * @param err receives progress, notices and errors
         * @return the exit code
         */
        int run(String[] arguments, PrintStream out, PrintStream err);
    }

    /** Runs a command in this thread and ends the process. */
    public static void run(Program program, String[] arguments) {
        PrintStream err = utf8(FileDescriptor.err);
        Signals signals = Signals.interrupting(Thread.currentThread(), err);
        int code = program.run(arguments, utf8(FileDescriptor.out), err);
        System.exit(signals.exitCode(code));
    }

    private static PrintStream utf8(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
