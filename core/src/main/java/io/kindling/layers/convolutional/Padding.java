package io.kindling.layers.convolutional;

/** What happens to windows that would reach beyond the ends of an axis. */
public enum Padding {
    /** There are none: only windows that lie inside. */
    VALID,
    /** As many windows as inputs, divided by the stride; as much is added before as after, the odd one after. */
    SAME,
    /** As many windows as inputs, divided by the stride; all is added before, so that no window sees what follows. */
    CAUSAL
}
