package io.kindling.cluster.report;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress, notices and errors
 */
public record Console(PrintStream out, PrintStream err) {
    private static final String PROGRESS = "kindling.progress";

    /** Whether a progress bar can be drawn: {@code -Dkindling.progress=bar} or {@code lines}, else if a person looks on. */
    boolean drawsBars() {
        String asked = System.getProperty(PROGRESS);
        return asked == null ? System.console() != null : asked.equals("bar");
    }
}
