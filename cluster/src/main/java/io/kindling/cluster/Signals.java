package io.kindling.cluster;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;

/**
 * Signals that ask this process to end. While Spark runs, the first interrupts the thread that runs the command, which then
 * keeps what it has and ends in order; before, nothing has been done yet, and the process ends at once, as it does with a
 * second signal.
 *
 * <p>Left to the JVM, a signal would stop Spark while the command still uses it.
 */
final class Signals {
    /** Their numbers on every Unix. */
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

    /** What a shell adds to the number for the exit code of a process that a signal has ended. */
    private static final int SIGNALLED = 128;

    private final Thread command;
    private final PrintStream err;
    private final AtomicInteger received = new AtomicInteger();

    private Signals(Thread command, PrintStream err) {
        this.command = command;
        this.err = err;
    }

    /**
     * From now on, signals interrupt a thread.
     *
     * @param err where the command says why it ends
     */
    static Signals interrupting(Thread command, PrintStream err) {
        Signals signals = new Signals(command, err);
        NUMBERS.forEach((name, number) -> org.jline.utils.Signals.register(name, () -> signals.receive(number)));
        return signals;
    }

    private void receive(int number) {
        if (!received.compareAndSet(0, number)) {
            Runtime.getRuntime().halt(SIGNALLED + number);
        } else if (sparkRuns()) {
            command.interrupt();
        } else {
            err.println("kindling: The command was interrupted; nothing was written.");
            // What the command says while it is torn down is of no use to anybody.
            err.close();
            System.exit(SIGNALLED + number);
        }
    }

    /** Spark's own start must not be interrupted: classes that fail to initialize stay unusable. */
    private static boolean sparkRuns() {
        return SparkSession.getDefaultSession().isDefined()
                && !SparkSession.getDefaultSession().get().sparkContext().isStopped();
    }

    /** The exit code of the command, but that of the signal if one has kept it from ending well. */
    int exitCode(int code) {
        return code == 0 || received.get() == 0 ? code : SIGNALLED + received.get();
    }
}
