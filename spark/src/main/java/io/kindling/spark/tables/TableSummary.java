package io.kindling.spark.tables;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import scala.reflect.ClassTag;

/** What a pass over rows learns of all columns. */
final class TableSummary implements Serializable {
    private static final long serialVersionUID = 1;
    private static final ClassTag<TableSummary> TAG = ClassTag.apply(TableSummary.class);

    private final ColumnSummary[] columns;
    /** Whether rows in which something is missing are passed over. */
    private final boolean skipsHoles;

    private long rows;

    private TableSummary(ColumnSummary[] columns, boolean skipsHoles) {
        this.columns = columns;
        this.skipsHoles = skipsHoles;
    }

    /** Of no rows yet. */
    static TableSummary of(List<StructField> fields, boolean skipsHoles) {
        return new TableSummary(fields.stream().map(TableSummary::summary).toArray(ColumnSummary[]::new), skipsHoles);
    }

    private static ColumnSummary summary(StructField field) {
        return switch (ColumnKind.of(field)) {
            case NUMBER -> new NumberSummary();
            case TEXT -> new TextSummary();
            case BOOLEAN -> new BooleanSummary();
            case TIME -> new TimeSummary(ColumnKind.hasHours(field.dataType()));
            case VECTOR -> new VectorSummary(field.dataType() instanceof ArrayType);
        };
    }

    /** Takes rows whose values have been brought to the types of their kinds. */
    TableSummary addAll(Iterator<InternalRow> more) {
        while (more.hasNext()) {
            InternalRow row = more.next();
            if (skipsHoles && hasHole(row)) {
                continue;
            }
            rows++;
            for (int i = 0; i < columns.length; i++) {
                columns[i].add(row, i);
            }
        }
        return this;
    }

    private boolean hasHole(InternalRow row) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].isMissing(row, i)) {
                return true;
            }
        }
        return false;
    }

    /** Takes what was learned of the rows that follow. */
    TableSummary merge(TableSummary next) {
        rows += next.rows;
        for (int i = 0; i < columns.length; i++) {
            columns[i].merge(next.columns[i]);
        }
        return this;
    }

    /** How many rows there were. */
    long rows() {
        return rows;
    }

    ColumnSummary column(int index) {
        return columns[index];
    }

    /** For the way between processes, whatever Spark is told to serialize with. */
    byte[] toBytes() {
        ByteBuffer buffer = SparkEnv.get().closureSerializer().newInstance().serialize(this, TAG);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    static TableSummary ofBytes(byte[] bytes) {
        return SparkEnv.get().closureSerializer().newInstance().deserialize(ByteBuffer.wrap(bytes), TAG);
    }
}
