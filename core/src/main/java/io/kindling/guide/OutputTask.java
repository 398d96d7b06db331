package io.kindling.guide;

/** What the last layer of a network predicts. */
public enum OutputTask {
    /** Yes or no: one output, the probability of yes. */
    BINARY,
    /** One of several classes that exclude each other: one output each. */
    MULTI_CLASS,
    /** Any of several classes at once: one output each. */
    MULTI_LABEL,
    /** Numbers of either sign. */
    REGRESSION,
    /** Numbers above zero. */
    POSITIVE_REGRESSION
}
