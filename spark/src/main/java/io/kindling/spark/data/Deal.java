package io.kindling.spark.data;

import io.kindling.random.RandomKey;
import java.io.Serializable;

/**
 * Who gets which row: of any {@code workers} rows in turn each worker gets one, at random. So shares differ by at most
 * one row, sorted data is mixed, and data in which kinds of rows alternate does not give each worker a kind of its own.
 * Each share is cut into windows of the same length, but for the last.
 */
public final class Deal implements Serializable {
    private static final long serialVersionUID = 1;
    private static final RandomKey TURNS = RandomKey.of(0);

    private final long rows;
    private final int workers;
    private final int windowRows;

    Deal(long rows, int workers, int windowRows) {
        this.rows = rows;
        this.workers = workers;
        this.windowRows = windowRows;
    }

    /** How many there are in all. */
    public long rows() {
        return rows;
    }

    /** How many share the rows. */
    public int workers() {
        return workers;
    }

    /** The rows in each window but a worker's last. */
    public int windowRows() {
        return windowRows;
    }

    /** How many rows a worker gets. */
    public int rowsOf(int worker) {
        return Math.toIntExact((rows - worker + workers - 1) / workers);
    }

    /** How many windows the largest share has. */
    public int windows() {
        return (rowsOf(0) - 1) / windowRows + 1;
    }

    /** The partition that holds a window of a worker. */
    public int partition(int worker, int window) {
        return worker * windows() + window;
    }

    /** The window of the row at this place in a worker's share. */
    int windowOf(long index) {
        return (int) (index / windowRows);
    }

    /** The place in a share where a window begins. */
    long firstIndexOf(int window) {
        return (long) window * windowRows;
    }

    /**
     * The row of the whole data set at a place in a worker's share; the rows of all workers at the same place follow each
     * other.
     */
    long rowAt(int worker, long index) {
        long first = index * workers;
        boolean complete = first + workers <= rows;
        // The last rows, fewer than there are workers, go to the first of them.
        return first + (complete ? Math.floorMod(worker - TURNS.longAt(index), workers) : worker);
    }
}
