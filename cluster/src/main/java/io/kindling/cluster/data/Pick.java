package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A column of a table that is wanted.
 *
 * @param column its name in the table
 * @param name what it is to be called
 * @param type what its cells are to be read as
 * @param bundle the name of an array of numbers that it is to be put into, with those beside it that name the same; empty for
 *     none
 */
public record Pick(String column, String name, CellType type, String bundle) implements Serializable {
    private static final String NONE = "";

    /** A column of its own. */
    public Pick(String column, String name, CellType type) {
        this(column, name, type, NONE);
    }

    /** What the column is called that its values are in. */
    public String holder() {
        return bundle.isEmpty() ? name : bundle;
    }

    /** Whether it is in the same array as another one. */
    boolean isWith(Pick other) {
        return !bundle.isEmpty() && bundle.equals(other.bundle);
    }

    /** The picks in the order of the columns that hold them. */
    static List<List<Pick>> byHolder(List<Pick> picks) {
        List<List<Pick>> holders = new ArrayList<>();
        for (int i = 0; i < picks.size(); i++) {
            if (i == 0 || !picks.get(i).isWith(picks.get(i - 1))) {
                holders.add(new ArrayList<>());
            }
            holders.get(holders.size() - 1).add(picks.get(i));
        }
        return holders;
    }

    /** The type of the column that holds some picks. */
    static DataType typeOf(List<Pick> held) {
        return held.get(0).bundle.isEmpty()
                ? held.get(0).type.kind().type()
                : DataTypes.createArrayType(DataTypes.DoubleType, false);
    }
}
