package io.kindling.spark.training;

/** How many workers share the rows: never more than there are rows. */
public final class WorkerCount {

    private WorkerCount() {}

    /** As many as wanted, or fewer, which the listener is told. */
    public static int of(int wanted, long rows, TrainingListener listener) {
        int used = (int) Math.min(wanted, rows);
        if (used < wanted) {
            listener.noticed("Training uses " + used + " workers instead of " + wanted + ", because there are only "
                    + rows + " rows.");
        }
        return used;
    }
}
