package io.kindling.spark.tables;

import io.kindling.spark.data.BadDataException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;

/** Makes the vector of a row, whose values have been brought to the types of their kinds. */
final class EncodeFunction implements UDF1<Row, Vector> {
    private static final long serialVersionUID = 1;

    private final FittedColumn[] columns;
    /** Of each column: its first one. */
    private final int[] slots;

    private final int size;
    /** Whether missing and unseen values are refused. */
    private final boolean strict;

    private final boolean sparse;

    EncodeFunction(List<FittedColumn> columns, boolean strict) {
        this.columns = columns.toArray(FittedColumn[]::new);
        this.slots = new int[columns.size()];
        int next = 0;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = next;
            next += this.columns[i].slots();
        }
        this.size = next;
        this.strict = strict;
        this.sparse = columns.stream().anyMatch(WideVectorColumn.class::isInstance);
    }

    @Override
    public Vector call(Row row) {
        SlotSink sink = sparse ? new SlotSink.Sparse(size) : new SlotSink.Dense(size);
        for (int i = 0; i < columns.length; i++) {
            if (strict) {
                requireValid(columns[i], row, i);
            }
            columns[i].write(row, i, sink, slots[i]);
        }
        return sink.vector();
    }

    private static void requireValid(FittedColumn column, Row row, int index) {
        Optional<String> invalid = column.invalid(row, index);
        if (invalid.isPresent()) {
            throw new BadDataException(Learned.column(column.name()) + " " + invalid.get()
                    + ". handleInvalid says what is done with it: keep or skip.");
        }
    }

    /** Whether nothing in a row is missing or unseen. */
    static final class IsValid implements UDF1<Row, Boolean> {
        private static final long serialVersionUID = 1;

        private final FittedColumn[] columns;

        IsValid(List<FittedColumn> columns) {
            this.columns = columns.toArray(FittedColumn[]::new);
        }

        @Override
        public Boolean call(Row row) {
            for (int i = 0; i < columns.length; i++) {
                if (columns[i].invalid(row, i).isPresent()) {
                    return false;
                }
            }
            return true;
        }
    }
}
