package io.kindling.spark.data;

import java.io.Serializable;

/**
 * Who gets which row: row i of the whole data set goes to worker i mod workers, so that shares differ by at most one row
 * and sorted data is mixed. Each share is cut into windows of the same length, but for the last.
 */
public final class Deal implements Serializable {
    private static final long serialVersionUID = 1;

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

    int workerOf(long row) {
        return (int) (row % workers);
    }

    int windowOf(long row) {
        return (int) (row / workers / windowRows);
    }

    /** How many of a worker's rows, this one being the first, lie in the same window and before the end. */
    int restOfWindow(long row, long end) {
        long inWindow = windowRows - row / workers % windowRows;
        long beforeEnd = (end - row + workers - 1) / workers;
        return (int) Math.min(inWindow, beforeEnd);
    }
}
