package io.kindling.layers.recurrent;

/** How a {@link Bidirectional} layer makes one output of two. */
public enum MergeMode {
    /** One after the other along the last axis. */
    CONCAT,
    SUM,
    /** Their product, value by value. */
    MUL,
    /** Their mean. */
    AVE
}
