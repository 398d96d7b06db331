package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An executor has not the jar that the driver has. */
final class MissingClasses implements Recogniser {
    /** Lambdas whose class is missing show as a failed assignment of their serialized form. */
    private static final Pattern MISSING =
            Pattern.compile("(?:ClassNotFoundException|NoClassDefFoundError): ([\\w.$/]+)"
                    + "|cannot assign instance of java.lang.invoke.SerializedLambda");

    private static final Pattern OTHER_VERSION = Pattern.compile("InvalidClassException: (io\\.kindling\\.[\\w.$]+)");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        Optional<String> executor = evidence.executor();
        if (executor.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> otherVersion = evidence.find(OTHER_VERSION)
                .map(found -> "The " + executor.get() + " has another version of the jar than the driver, as "
                        + found.group(1) + " shows: remove the jar from the cluster, or give the driver's with --jars"
                        + " (spark.jars).");
        return otherVersion.or(() -> evidence.find(MISSING).map(found -> missing(executor.get(), found)));
    }

    private static String missing(String executor, MatchResult found) {
        String what = found.group(1) == null
                ? "the classes of the program"
                : "the class " + found.group(1).replace('/', '.');
        return "The " + executor + " does not have " + what
                + ": submit the program with bin/kindling or spark-submit, and"
                + " name each further jar with --jars (KINDLING_JARS for bin/kindling).";
    }
}
