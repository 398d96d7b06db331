package io.kindling.spark.transport;

import java.util.function.Function;

/**
 * Reads values from texts and remembers the last one: the tasks of a training all read the same.
 *
 * @param <T> the kind of value; immutable, as tasks share it
 */
public final class LastRead<T> {
    private final Function<String, T> read;
    private volatile Entry<T> last;

    private record Entry<T>(String text, T value) {}

    public LastRead(Function<String, T> read) {
        this.read = read;
    }

    public T of(String text) {
        Entry<T> known = last;
        if (known == null || !known.text().equals(text)) {
            known = new Entry<>(text, read.apply(text));
            last = known;
        }
        return known.value();
    }
}
