package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import java.util.List;

/** Finds what stands between the cells of a CSV file: that with which most of its first lines have as many as the first. */
final class CsvDelimiter {
    /** Where two do equally well, the first: a comma also stands in numbers. */
    private static final List<Character> USUAL = List.of('\t', ';', ',');

    private static final int LINES = 50;

    private CsvDelimiter() {}

    /** Of a file with this beginning; a comma, where there is but one column. */
    static char in(String head, String file) {
        char best = ',';
        double most = 0;
        for (char delimiter : USUAL) {
            double agreement = agreement(head, file, delimiter);
            if (agreement > most) {
                best = delimiter;
                most = agreement;
            }
        }
        return best;
    }

    /** The share of lines that have as many cells as the first; 0 if it has one. */
    private static double agreement(String head, String file, char delimiter) {
        List<String[]> lines;
        try {
            lines = new CsvCells(file, delimiter).first(head, LINES);
        } catch (BadDataException oneLargeCell) {
            return 0;
        }
        if (lines.isEmpty() || lines.get(0).length < 2) {
            return 0;
        }
        int cells = lines.get(0).length;
        long same = lines.stream().filter(line -> line.length == cells).count();
        return same / (double) lines.size();
    }
}
