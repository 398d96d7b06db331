package io.kindling.data;

import io.kindling.random.RandomKey;
import java.util.Optional;

/** In which order the examples of a worker are seen in an epoch: a pure function of the position. */
public interface ExampleOrder {

    /** The index of the example at a position. */
    int at(int position);

    /**
     * The windows that hold the examples at {@code count} positions from {@code from} on, each once, in the order they
     * are first needed; see {@link Examples}.
     */
    int[] windows(int from, int count);

    /** As they lie, in one window. */
    static ExampleOrder asGiven() {
        return asGiven(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** As they lie. */
    static ExampleOrder asGiven(int rows, int windowRows) {
        return new WindowedOrder(Optional.empty(), rows, windowRows);
    }

    /** The random order that belongs to a key, of examples in one window. */
    static ExampleOrder shuffled(RandomKey key, int rows) {
        return shuffled(key, rows, rows);
    }

    /**
     * The random order that belongs to a key: windows are shuffled, and the examples within each, so that examples that
     * do not fit into memory are read one window after the other. A single window is shuffled completely.
     */
    static ExampleOrder shuffled(RandomKey key, int rows, int windowRows) {
        return new WindowedOrder(Optional.of(key), rows, windowRows);
    }
}
