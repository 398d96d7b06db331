package io.kindling.spark.tables;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Schemas of tables before and after encoding. */
final class TableSchema {
    /** What is known of a vector before anything was learned. */
    static final Metadata NOTHING = Metadata.empty();

    private TableSchema() {}

    /**
     * The column of a name.
     *
     * @throws BadDataException if there is none
     */
    static StructField field(StructType schema, String name) {
        return Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadDataException(Learned.column(name) + " does not exist. There are: "
                        + Excerpt.of(String.join(", ", schema.fieldNames()), Excerpt.SENTENCE / 2) + "."));
    }

    /** The column that was learned, in a table whose types may be others. */
    static StructField field(StructType schema, FittedColumn column) {
        StructField field = field(schema, column.name());
        ColumnKind kind = ColumnKind.of(field);
        if (kind != column.columnKind()) {
            throw new BadDataException(Learned.column(column.name()) + " must be of the kind it had in training, "
                    + column.kind() + ". It is of type " + field.dataType().simpleString() + ".");
        }
        return field;
    }

    /** Refuses two columns of one name, which no message and no query could tell apart. */
    static void requireDifferent(List<StructField> fields) {
        Set<String> names = new HashSet<>();
        for (StructField field : fields) {
            if (!names.add(field.name())) {
                throw new KindlingException("The table has two columns '" + Excerpt.of(field.name())
                        + "'. Give one of them another name, or name it in ignoredCols.");
            }
        }
    }
}
