package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellReader;
import io.kindling.cluster.cells.ColumnFacts;
import java.io.Serializable;

/** What one pass over the rows of a CSV file shows. Those of its parts are added up in any order. */
final class CsvFindings implements Serializable {
    private static final long serialVersionUID = 1;

    /** What decoders put in the place of bytes that are no characters. */
    private static final char REPLACEMENT = '\uFFFD';

    private final int columns;
    private final ColumnFacts facts;
    private long longRows;
    private long shortRows;
    private long undecoded;

    /** Those of no rows. */
    CsvFindings(int columns) {
        this.columns = columns;
        this.facts = new ColumnFacts(columns);
    }

    /** Looks at a row. */
    void add(String[] row, CellReader reader) {
        facts.addRow();
        for (int i = 0; i < Math.min(columns, row.length); i++) {
            if (row[i] != null) {
                facts.add(i, row[i], reader);
                if (row[i].indexOf(REPLACEMENT) >= 0) {
                    undecoded++;
                }
            }
        }
        if (row.length > columns) {
            longRows++;
        } else if (row.length < columns) {
            shortRows++;
        }
    }

    CsvFindings plus(CsvFindings other) {
        facts.plus(other.facts);
        longRows += other.longRows;
        shortRows += other.shortRows;
        undecoded += other.undecoded;
        return this;
    }

    ColumnFacts facts() {
        return facts;
    }

    /** Rows with more cells than the header. */
    long longRows() {
        return longRows;
    }

    /** Rows with fewer. */
    long shortRows() {
        return shortRows;
    }

    /** Cells with bytes that are no characters. */
    long undecoded() {
        return undecoded;
    }
}
