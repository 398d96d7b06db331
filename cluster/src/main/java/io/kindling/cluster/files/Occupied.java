package io.kindling.cluster.files;

import org.apache.hadoop.fs.Path;

/**
 * A place that no output may replace, because the command needs it.
 *
 * @param name what it is called in a message, such as {@code --data x.csv}
 * @param path where it is
 * @param closed whether nothing may be written inside it either, as in a directory of data
 */
record Occupied(String name, Path path, boolean closed) {

    /** Whether an output at a place would harm it. */
    boolean isHarmedBy(Path output) {
        return isWithin(path, output) || closed && isWithin(output, path);
    }

    /** Whether a path is another one or lies below it. */
    private static boolean isWithin(Path path, Path other) {
        for (Path ancestor = path; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor.equals(other)) {
                return true;
            }
        }
        return false;
    }
}
