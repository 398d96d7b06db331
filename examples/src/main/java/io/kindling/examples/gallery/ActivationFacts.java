package io.kindling.examples.gallery;

import io.kindling.activations.Activation;

/**
 * What the gallery says of one activation.
 *
 * @param text what the registry parses: the name, with arguments where it has no default
 * @param formula in plain text
 * @param range of its values
 * @param zeroCentred whether the mean of its values is zero for standard normal numbers
 * @param saturation where its slope vanishes
 * @param flatBelow up to where its slope is exactly zero, so that a unit can die; NaN if nowhere
 * @param flatAbove from where on it is; NaN if nowhere
 * @param sparse whether many of its values are exactly zero for standard normal numbers
 * @param note what else to know
 * @param use where it is used
 */
record ActivationFacts(
        String text,
        String formula,
        Range range,
        boolean zeroCentred,
        Saturation saturation,
        double flatBelow,
        double flatAbove,
        boolean sparse,
        String note,
        String use) {

    /** Neither zero-centred nor saturating, flat or sparse. */
    static ActivationFacts of(String text, String formula, Range range, String note, String use) {
        return new ActivationFacts(
                text, formula, range, false, Saturation.NONE, Double.NaN, Double.NaN, false, note, use);
    }

    ActivationFacts centred() {
        return new ActivationFacts(text, formula, range, true, saturation, flatBelow, flatAbove, sparse, note, use);
    }

    ActivationFacts saturating(Saturation where) {
        return new ActivationFacts(text, formula, range, zeroCentred, where, flatBelow, flatAbove, sparse, note, use);
    }

    /** Exactly flat up to a number, and from another one on; NaN for nowhere. */
    ActivationFacts flat(double below, double above) {
        return new ActivationFacts(text, formula, range, zeroCentred, saturation, below, above, sparse, note, use);
    }

    ActivationFacts withZeros() {
        return new ActivationFacts(
                text, formula, range, zeroCentred, saturation, flatBelow, flatAbove, true, note, use);
    }

    Activation activation() {
        return Activation.of(text);
    }

    String name() {
        return Activation.registry().nameOf(activation());
    }

    boolean canDie() {
        return !Double.isNaN(flatBelow) || !Double.isNaN(flatAbove);
    }
}
