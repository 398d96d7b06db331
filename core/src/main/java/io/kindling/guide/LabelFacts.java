package io.kindling.guide;

/**
 * What is known of the labels a network is trained on.
 *
 * @param exclusiveClasses whether every example belongs to just one of the classes
 * @param belowZero whether some label is negative
 */
public record LabelFacts(boolean exclusiveClasses, boolean belowZero) {

    /** Class indices: one class per example. */
    public static LabelFacts ofClasses() {
        return new LabelFacts(true, false);
    }

    /** Numbers, the smallest of which is given. */
    public static LabelFacts ofNumbers(double smallest) {
        return new LabelFacts(false, smallest < 0);
    }
}
