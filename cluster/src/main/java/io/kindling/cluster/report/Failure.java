package io.kindling.cluster.report;

import io.kindling.cluster.failure.Recognisers;
import io.kindling.cluster.files.OutputException;
import io.kindling.cluster.standalone.ClusterException;
import io.kindling.errors.KindlingException;
import io.kindling.spark.checkpoint.CheckpointAccessException;
import io.kindling.spark.training.TrainingInterruptedException;
import io.kindling.text.Excerpt;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import picocli.CommandLine.ParameterException;

/**
 * What is said of a failure, and the exit code that goes with it.
 *
 * @param message one line
 * @param exitCode 2 if the arguments or the data are at fault, 130 if the command was interrupted, else 1
 */
public record Failure(String message, int exitCode) {
    /** What a shell makes of SIGINT. */
    private static final int INTERRUPTED = 130;

    /** What Scala's assertions, and messages made from exceptions, put before what matters. */
    private static final Pattern PREFIX =
            Pattern.compile("^(requirement failed: |([a-z]\\w*\\.)+\\w+(Exception|Error): )+");

    /** Looks through a failure and its causes for the sentence meant for a person. */
    public static Failure of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable cause : chain) {
            if (cause instanceof TrainingInterruptedException) {
                return new Failure(line(cause), INTERRUPTED);
            }
        }
        if (chain.stream().anyMatch(Failure::isInterrupt)) {
            return new Failure("The command was interrupted; nothing was written.", INTERRUPTED);
        }
        for (Throwable cause : chain) {
            if (isExpected(cause)) {
                return new Failure(line(cause), 2);
            }
        }
        for (Throwable cause : chain) {
            if (cause instanceof ClusterException) {
                return new Failure(line(cause), 1);
            }
        }
        Optional<String> sentence = Recognisers.sentence(failure);
        if (sentence.isPresent()) {
            return new Failure(Excerpt.sentence(sentence.get()), 1);
        }
        for (Throwable cause : chain) {
            if (cause instanceof CheckpointAccessException || cause instanceof OutputException) {
                return new Failure(line(cause), 1);
            }
        }
        Throwable root = chain.get(chain.size() - 1);
        if (root instanceof EOFException || root instanceof ZipException) {
            return new Failure("A data file is cut short or damaged: " + line(root), 2);
        }
        return new Failure(
                "unexpected failure: " + line(root) + " (" + root.getClass().getSimpleName()
                        + "; --verbose shows where)",
                1);
    }

    private static boolean isInterrupt(Throwable cause) {
        return cause instanceof InterruptedException
                || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)
                || cause instanceof ClosedByInterruptException;
    }

    /** The first line of what a throwable says, or the name of its class. */
    public static String line(Throwable throwable) {
        String message = throwable.getMessage();
        if (message == null || message.isBlank()) {
            return throwable.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElseThrow().strip();
        return Excerpt.sentence(PREFIX.matcher(line).replaceFirst(""));
    }

    /** The innermost cause, whose message is the most particular. */
    public static Throwable root(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.get(chain.size() - 1);
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    private static boolean isExpected(Throwable cause) {
        return cause instanceof ParameterException || cause instanceof KindlingException;
    }
}
