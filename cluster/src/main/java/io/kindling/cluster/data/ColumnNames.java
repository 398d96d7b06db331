package io.kindling.cluster.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/** Names of columns as they are, dots and all; Spark would take a dot for a field of a struct. */
public final class ColumnNames {
    private static final int MOST_LISTED = 30;

    private ColumnNames() {}

    /** The name as Spark's expressions need it. */
    public static String quoted(String name) {
        return name.contains(".") || name.contains("`") ? "`" + name.replace("`", "``") + "`" : name;
    }

    /** The name that {@link #quoted} was given. */
    public static String unquoted(String name) {
        return name.startsWith("`") && name.length() > 1
                ? name.substring(1, name.length() - 1).replace("``", "`")
                : name;
    }

    /** The column of exactly this name. */
    public static Column column(Dataset<?> table, String name) {
        return table.col("`" + name.replace("`", "``") + "`");
    }

    /** Whether there is a column of exactly this name. */
    public static boolean contains(StructType schema, String name) {
        return Arrays.asList(schema.fieldNames()).contains(name);
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
