package io.kindling.cluster.data;

/** How the columns of a table are kept, besides those picked from it, to be written again. */
public enum Passing {
    /** Not at all. */
    NONE,
    /** As the texts that the file holds, if it is one of texts. */
    AS_WRITTEN,
    /** Those that are picked as what they stand for, others as they are. */
    AS_READ
}
