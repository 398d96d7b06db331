package io.kindling.cluster;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Signals that ask this process to end: the first interrupts the thread that runs the command, which then keeps what it has
 * and ends in order; the second ends the process at once.
 *
 * <p>Left to the JVM, a signal would stop Spark while the command still uses it.
 */
final class Signals {
    /** Their numbers on every Unix. */
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

    /** What a shell adds to the number for the exit code of a process that a signal has ended. */
    private static final int SIGNALLED = 128;

    private final Thread command;
    private final AtomicInteger received = new AtomicInteger();

    private Signals(Thread command) {
        this.command = command;
    }

    /** From now on, signals interrupt a thread. */
    static Signals interrupting(Thread command) {
        Signals signals = new Signals(command);
        NUMBERS.forEach((name, number) -> org.jline.utils.Signals.register(name, () -> signals.receive(number)));
        return signals;
    }

    private void receive(int number) {
        if (received.compareAndSet(0, number)) {
            command.interrupt();
        } else {
            Runtime.getRuntime().halt(SIGNALLED + number);
        }
    }

    /** The exit code of the command, but that of the signal if one has kept it from ending well. */
    int exitCode(int code) {
        return code == 0 || received.get() == 0 ? code : SIGNALLED + received.get();
    }
}
