package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.ColumnFacts;
import io.kindling.cluster.cells.Kind;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which cells of a table count as missing though there is a text in them.
 *
 * @param names of its columns
 * @param facts what was seen in them
 */
record CellNotices(List<String> names, ColumnFacts facts) {
    private static final int MOST = 10;

    /** The notices on some columns; of many columns, those on the first and how many others there are. */
    List<String> of(List<Pick> picks) {
        List<String> notices = new ArrayList<>();
        int others = 0;
        for (Pick pick : picks) {
            int column = names.indexOf(pick.column());
            List<String> found = of(column, pick.type());
            if (notices.size() < MOST) {
                notices.addAll(found);
            } else if (!found.isEmpty()) {
                others++;
            }
        }
        if (others > 0) {
            notices.add("So it is in " + others + " further columns.");
        }
        return notices;
    }

    private List<String> of(int column, CellType type) {
        List<String> found = new ArrayList<>();
        String where = "In the column '" + Excerpt.of(names.get(column)) + "' ";
        long missing = facts.missingTexts(column, type);
        if (missing > 0) {
            found.add(where + counted(missing, "counts as missing", "count as missing") + ": '"
                    + Excerpt.of(facts.missingExample(column)) + "'.");
        }
        long odd = facts.oddTexts(column, type);
        if (odd > 0) {
            String kind = said(type.kind());
            found.add(where + counted(odd, "is no " + kind, "are no " + kind) + " and so missing"
                    + facts.oddExample(column)
                            .map(text -> ": '" + Excerpt.of(text) + "'.")
                            .orElse("."));
        }
        return found;
    }

    private static String counted(long cells, String one, String many) {
        return cells == 1 ? "1 cell " + one : cells + " cells " + many;
    }

    private static String said(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> "truth value";
            case DATE, TIMESTAMP -> "date as most of it";
            default -> "number";
        };
    }
}
