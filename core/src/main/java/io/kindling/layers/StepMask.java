package io.kindling.layers;

/**
 * Which steps of the sequences in a mini-batch count; the others fill short sequences up to a common length.
 *
 * <p>A layer makes one ({@code Masking}, {@code Embedding} with {@code mask_zero}) and those after it that
 * {@linkplain Layer#supportsMasking support masking} hand it on, as in Keras: recurrent layers pass over steps that do
 * not count, and neither the loss nor a mean over steps sees them.
 *
 * @param present whether a step counts, for all steps of the first example, then of the second
 * @param steps the length of a sequence
 */
public record StepMask(boolean[] present, int steps) {

    /** Whether a step of an example counts. */
    public boolean counts(int row, int step) {
        return present[row * steps + step];
    }

    /** How many steps of the first examples count. */
    public int count(int rows) {
        int count = 0;
        for (int i = 0; i < rows * steps; i++) {
            count += present[i] ? 1 : 0;
        }
        return count;
    }
}
