package io.kindling.registry;

/** What a field that is missing from JSON means. */
public enum Strictness {
    /** An error: for files that a program wrote in full, where a gap means damage or another version. */
    COMPLETE,
    /** Its default, if it has one: for what a person writes. */
    DEFAULTS
}
