package io.kindling.cluster.files;

import io.kindling.errors.KindlingException;
import org.apache.hadoop.fs.Path;

/** Paths and URIs as a person writes them. */
public final class FilePath {

    private FilePath() {}

    /**
     * The path a text stands for.
     *
     * @param option the option it was given with
     * @throws KindlingException if it stands for none
     */
    public static Path of(String option, String text) {
        try {
            return new Path(text);
        } catch (IllegalArgumentException wrong) {
            throw new KindlingException(option + " needs a path or URI. Received: '" + text + "'.", wrong);
        }
    }
}
