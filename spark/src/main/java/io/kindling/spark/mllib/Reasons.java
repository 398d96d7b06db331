package io.kindling.spark.mllib;

import io.kindling.text.Excerpt;
import java.util.regex.Pattern;

/** What a failure says, as the end of a sentence. */
public final class Reasons {
    /** What Scala's assertions, and messages made from exceptions, put before what matters. */
    private static final Pattern PREFIX =
            Pattern.compile("^(requirement failed: |([a-z]\\w*\\.)+\\w+(Exception|Error): )+");

    private static final Pattern ENOUGH = Pattern.compile("\\S+\\s+\\S+\\s+\\S+.*", Pattern.DOTALL);

    private Reasons() {}

    /** What the innermost cause says, or its class where it says next to nothing. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 100; depth++) {
            if (root instanceof DamagedModelException said) {
                return said.reason();
            }
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage().strip();
        String line = message.lines().findFirst().orElse("");
        String sentence = PREFIX.matcher(line).replaceFirst("");
        return Excerpt.sentence(
                ENOUGH.matcher(sentence).matches()
                        ? sentence
                        : "it does not hold what it should (" + root.getClass().getSimpleName() + ").");
    }
}
