package io.kindling.cluster.cells;

import java.io.Serializable;

/**
 * What the cells of a column are, and how they are written.
 *
 * @param kind what they are
 * @param form how dates and timestamps are written; of no meaning elsewhere
 */
public record CellType(Kind kind, DateForm form) implements Serializable {

    /** Cells that are no dates. */
    public static CellType of(Kind kind) {
        return new CellType(kind, DateForm.YEAR_FIRST);
    }

    /** The same for rows that training has not seen. */
    public CellType general() {
        return new CellType(kind.general(), form);
    }
}
