package io.kindling.spark.mllib;

import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.regex.Pattern;

/** What a failure says, as the end of a sentence. */
public final class Reasons {
    /** What Scala's assertions, and messages made from exceptions, put before what matters. */
    private static final Pattern PREFIX =
            Pattern.compile("^(requirement failed: |([a-z]\\w*\\.)+\\w+(Exception|Error): )+");

    private static final Pattern ENOUGH = Pattern.compile("\\S+\\s+\\S+\\s+\\S+.*", Pattern.DOTALL);

    private static final int DEEPEST = 100;

    private Reasons() {}

    /** What Kindling says of it, else what the innermost cause says, or its class where that says next to nothing. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEEPEST && !isOwn(cause) && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        if (cause instanceof DamagedModelException said) {
            return said.reason();
        }
        String message = cause.getMessage() == null ? "" : cause.getMessage().strip();
        String line = message.lines().findFirst().orElse("");
        String sentence = PREFIX.matcher(line).replaceFirst("");
        return Excerpt.sentence(
                ENOUGH.matcher(sentence).matches()
                        ? sentence
                        : "it does not hold what it should (" + cause.getClass().getSimpleName() + ").");
    }

    /** Kindling's own messages are sentences for a person. */
    private static boolean isOwn(Throwable cause) {
        return cause instanceof KindlingException || cause instanceof DamagedFileException;
    }
}
