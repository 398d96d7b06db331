package io.kindling.data;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.random.RandomPermutation;
import java.util.Optional;
import java.util.stream.IntStream;

/** Windows of the same length, but for the last, one after the other: in random order, or, without a key, as they lie. */
final class WindowedOrder implements ExampleOrder {
    private static final int OF_WINDOWS = 0;
    private static final int WITHIN_WINDOWS = 1;

    private final Optional<RandomKey> key;
    private final int rows;
    private final int windowRows;
    private final int windows;
    /** Empty where windows come as they lie. */
    private final Optional<RandomPermutation> ofWindows;

    /** Which place the last window, perhaps a short one, has in the order. */
    private final int placeOfLast;

    private final int rowsOfLast;
    private int current = -1;
    private RandomPermutation withinCurrent;

    WindowedOrder(Optional<RandomKey> key, int rows, int windowRows) {
        if (rows < 1 || windowRows < 1) {
            throw new KindlingException("An order needs at least one example and windows of at least one."
                    + " Received: " + rows + " and " + windowRows + ".");
        }
        this.key = key;
        this.rows = rows;
        this.windowRows = windowRows;
        this.windows = (rows - 1) / windowRows + 1;
        this.rowsOfLast = rows - (windows - 1) * windowRows;
        this.ofWindows =
                key.filter(given -> windows > 1).map(given -> new RandomPermutation(given.with(OF_WINDOWS), windows));
        this.placeOfLast = IntStream.range(0, windows)
                .filter(place -> windowAt(place) == windows - 1)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public int at(int position) {
        int place = placeOf(position);
        int window = windowAt(place);
        int inside = position - startOf(place);
        return window * windowRows
                + (key.isEmpty() ? inside : within(key.get(), window).at(inside));
    }

    @Override
    public int[] windows(int from, int count) {
        int end = (int) Math.min((long) from + count, rows);
        if (from >= end) {
            return new int[0];
        }
        return IntStream.rangeClosed(placeOf(from), placeOf(end - 1))
                .map(this::windowAt)
                .toArray();
    }

    private RandomPermutation within(RandomKey key, int window) {
        if (window != current) {
            RandomKey own = windows == 1 ? key : key.with(WITHIN_WINDOWS).with(window);
            withinCurrent = new RandomPermutation(own, window == windows - 1 ? rowsOfLast : windowRows);
            current = window;
        }
        return withinCurrent;
    }

    private int windowAt(int place) {
        return ofWindows.isEmpty() ? place : ofWindows.get().at(place);
    }

    private int placeOf(int position) {
        int place = position / windowRows;
        return place <= placeOfLast && position < startOf(placeOfLast) + rowsOfLast
                ? place
                : placeOfLast + 1 + (position - startOf(placeOfLast) - rowsOfLast) / windowRows;
    }

    private int startOf(int place) {
        return place <= placeOfLast ? place * windowRows : (place - 1) * windowRows + rowsOfLast;
    }
}
