package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Names of columns as they are, dots and all; Spark would take a dot for a field of a struct. */
public final class ColumnNames {
    private static final int MOST_LISTED = 30;

    private ColumnNames() {}

    /** The name without dots and backticks, which MLlib's own stages cannot read. */
    public static String plain(String name) {
        return name.replace('.', '_').replace('`', '_');
    }

    /**
     * The table with plain names only.
     *
     * @throws BadDataException if two columns would have the same
     */
    public static Dataset<Row> withPlainNames(Dataset<Row> table) {
        Map<String, String> originals = new HashMap<>();
        for (String name : table.columns()) {
            String other = originals.put(plain(name), name);
            if (other != null) {
                throw new BadDataException("The names of the columns '" + other + "' and '" + name
                        + "' are too alike. Choose another one, without dots, for one of them.");
            }
        }
        StructField[] fields = table.schema().fields();
        // Spark asks for the names again for every column that is looked up, and takes long to say those it has to make
        // up.
        return Arrays.stream(fields).allMatch(field -> field.name().equals(plain(field.name())))
                ? table
                : table.select(Arrays.stream(fields)
                        .map(field -> column(table, field.name()).as(plain(field.name()), field.metadata()))
                        .toArray(Column[]::new));
    }

    /** The column of exactly this name. */
    public static Column column(Dataset<?> table, String name) {
        return table.col("`" + name.replace("`", "``") + "`");
    }

    /** Whether there is a column of exactly this name. */
    public static boolean contains(StructType schema, String name) {
        return schema.getFieldIndex(name).isDefined();
    }

    /** The name, with as many underscores appended as make it a new one. */
    public static String unused(StructType schema, String name) {
        String unused = name;
        while (contains(schema, unused)) {
            unused += "_";
        }
        return unused;
    }

    /** The names for a message, the first of them if they are many. */
    public static String list(StructType schema) {
        return list(List.of(schema.fieldNames()));
    }

    /** Any names for a message, the first of them if they are many. */
    public static String list(List<String> names) {
        String listed = names.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return names.size() <= MOST_LISTED ? listed : listed + ", … (" + names.size() + " in all)";
    }
}
