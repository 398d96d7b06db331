package io.kindling.spark.files;

import io.kindling.text.Excerpt;

/** Names of files in messages: whole, unless they are longer than any that Spark gives. */
public final class FileName {
    private static final int LONGEST = 140;

    private FileName() {}

    /** The name as a message may have it. */
    public static String quoted(String name) {
        return name.length() <= LONGEST ? Excerpt.sentence(name) : Excerpt.of(name);
    }
}
