package io.kindling.cluster.data;

import io.kindling.spark.data.RowColumns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/** Names of columns as they are, dots and all; Spark would take a dot for a field of a struct. */
public final class ColumnNames {
    private static final int MOST_LISTED = 30;
    private static final char ONE_DOT_LEADER = '\u2024';
    private static final char MODIFIER_GRAVE = '\u02CB';

    private ColumnNames() {}

    /** The name without dots and backticks, which MLlib's own stages cannot read. */
    public static String plain(String name) {
        return name.replace('.', '_').replace('`', '_');
    }

    /**
     * A name for each column that MLlib's own stages can read, and that no other has: the plain one, or where names differ in
     * a dot only, one that looks the same.
     */
    public static Map<String, String> forStages(List<String> names) {
        Map<String, Long> alike =
                names.stream().collect(Collectors.groupingBy(ColumnNames::plain, Collectors.counting()));
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : names) {
            given.put(name, alike.get(plain(name)) > 1 ? lookAlike(name) : plain(name));
        }
        return given;
    }

    private static String lookAlike(String name) {
        return name.replace('.', ONE_DOT_LEADER).replace('`', MODIFIER_GRAVE);
    }

    /** The column of a table that stages know by a name: that of exactly this name, or one that was given it. */
    public static Optional<String> find(StructType schema, String stageName) {
        if (contains(schema, stageName)) {
            return Optional.of(stageName);
        }
        return Arrays.stream(schema.fieldNames())
                .filter(name -> lookAlike(name).equals(stageName) || plain(name).equals(stageName))
                .findFirst();
    }

    /** The column of exactly this name. */
    public static Column column(Dataset<?> table, String name) {
        return table.col(RowColumns.quoted(name));
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
