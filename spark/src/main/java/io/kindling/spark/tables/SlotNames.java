package io.kindling.spark.tables;

import java.util.HashSet;
import java.util.Set;

/** The names of slots, each given once. */
final class SlotNames {
    private final Set<String> taken = new HashSet<>();

    /** A column's name, or one like it that is free. */
    String of(String column) {
        String name = column;
        for (int next = 2; !taken.add(name); next++) {
            name = column + "_" + next;
        }
        return name;
    }

    /** The name of a part of a column. */
    String of(String column, String part) {
        return of(column + "_" + part);
    }
}
