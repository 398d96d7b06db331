package io.kindling.cluster.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that is known of a failure, as a text: what was thrown here with its causes, and what executors threw, of which
 * Spark only passes on the text.
 */
final class Evidence {
    /** The last word is that an executor, what it had computed, or a class is gone; the reports before say why. */
    private static final Pattern LOSS = Pattern.compile(
            "ExecutorLostFailure|FetchFailed"
                    + "|failed the maximum allowable number of times|Master removed our application|Could not initialize class");

    private static final Pattern EXECUTOR = Pattern.compile("\\((\\S+) executor (\\S+)\\)");
    private static final Pattern CAUSE = Pattern.compile("Caused by: ([^\\n]+)");
    /** Spark writes this after what an executor threw. */
    private static final String END_OF_REMOTE = "Driver stacktrace:";

    private static final String IN_THIS_PROCESS = "driver";

    private final String text;

    private Evidence(String text) {
        this.text = text;
    }

    static Evidence of(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all, true));
        String reports = Arrays.stream(failure.getSuppressed())
                .filter(ClusterReport.class::isInstance)
                .map(Throwable::getMessage)
                .collect(Collectors.joining("\n"));
        String own = without(all.toString(), reports);
        return new Evidence(LOSS.matcher(own).find() ? own + "\n" + reports : own);
    }

    /** What a task had reported and what ended the job are two things, unless the job ended by a loss. */
    private static String without(String all, String reports) {
        return reports.isEmpty() ? all : all.replace(reports, "");
    }

    boolean says(Pattern pattern) {
        return pattern.matcher(text).find();
    }

    /** The first place in the text. */
    Optional<MatchResult> find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** What lies at the bottom of what an executor threw, whose text starts at or before a place. */
    Optional<String> innermostCause(int from) {
        int end = text.indexOf(END_OF_REMOTE, from);
        return CAUSE.matcher(text.substring(from, end < 0 ? from : end))
                .results()
                .reduce((outer, inner) -> inner)
                .map(cause -> cause.group(1));
    }

    /** Which executor it happened on, such as {@code executor 3 on 10.0.0.5}; empty if in this process. */
    Optional<String> executor() {
        return find(EXECUTOR)
                .filter(place -> !place.group(2).equals(IN_THIS_PROCESS))
                .map(place -> "executor " + place.group(2) + " on " + place.group(1));
    }

    /** {@link #executor()} at the start of a sentence, or what this process is called there. */
    String place() {
        return executor().map(executor -> "The " + executor).orElse("The driver, which is this process,");
    }
}
