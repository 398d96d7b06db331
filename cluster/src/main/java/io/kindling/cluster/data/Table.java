package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellType;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A table that was opened and looked through, of which columns can be picked. */
public interface Table {
    /** The column in which all columns of the table are kept, a struct, where they are to be written again. */
    String PASSED = "passed through";

    /** Rows that have types of their own. */
    static Table of(Dataset<Row> rows) {
        return new FrameTable(rows);
    }

    /** Whether it has no row at all. */
    boolean isEmpty();

    /** The names of all columns and the types found in them. */
    StructType schema();

    /** What the cells of a column are. */
    CellType type(String column);

    /** Whether a comma may stand for the decimal point in its texts. */
    default boolean hasDecimalCommas() {
        return false;
    }

    /** Its rows with the columns picked, in this order, and {@link #PASSED} where asked for. */
    Dataset<Row> rows(List<Pick> picks, Passing passing);

    /** What a person should know if these columns are read. */
    List<String> notices(List<Pick> picks);
}
