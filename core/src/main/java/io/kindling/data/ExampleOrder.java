package io.kindling.data;

import io.kindling.random.RandomKey;
import io.kindling.random.RandomPermutation;

/** In which order the examples of a worker are seen in an epoch: a pure function of the position. */
@FunctionalInterface
public interface ExampleOrder {

    /** The index of the example at a position. */
    int at(int position);

    /** As they lie. */
    static ExampleOrder asGiven() {
        return position -> position;
    }

    /** In the random order that belongs to a key. */
    static ExampleOrder shuffled(RandomKey key, int rows) {
        return new RandomPermutation(key, rows)::at;
    }
}
