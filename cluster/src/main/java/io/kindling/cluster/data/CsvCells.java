package io.kindling.cluster.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;

/** Takes lines of CSV apart as Spark does, to see what it would say nothing of. */
final class CsvCells {
    /** The most columns: planning a query takes Spark some seconds for each thousand of them. */
    static final int MOST = 5_000;

    /** The most characters in a cell. */
    static final int LONGEST = 100_000;

    private static final char SEPARATOR = ',';
    private static final char QUOTE = '"';

    private final String file;
    private final CsvParser parser;

    /**
     * For the lines of a file.
     *
     * @param file its name, for messages
     */
    CsvCells(String file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(SEPARATOR);
        settings.getFormat().setQuote(QUOTE);
        settings.getFormat().setQuoteEscape(QUOTE);
        settings.getFormat().setComment('\0');
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setMaxCharsPerColumn(LONGEST);
        settings.setMaxColumns(MOST);
        this.file = file;
        this.parser = new CsvParser(settings);
    }

    /**
     * The cells of a line; an empty one is null.
     *
     * @throws BadDataException if there are too many, or one is too long
     */
    String[] of(String line) {
        try {
            return parser.parseLine(line);
        } catch (TextParsingException refused) {
            throw refused.getMessage().contains("Length of parsed input") ? tooLong(line) : tooMany();
        }
    }

    /**
     * Refuses a line with another number of cells than the header.
     *
     * @throws BadDataException quoting the line
     */
    String require(String line, int columns) {
        if (line.isBlank()) {
            return line;
        }
        // Nearly all lines are without quotes, and counting is much quicker than parsing.
        int cells = line.indexOf(QUOTE) < 0 ? count(line) : of(line).length;
        if (cells != columns) {
            throw new BadDataException("The data file " + file + " has a row with "
                    + (cells > MOST ? "more than " + MOST : cells) + (cells == 1 ? " cell" : " cells")
                    + ", and its header has " + columns + ": " + Excerpt.of(line) + ".");
        }
        return line;
    }

    /** How many cells a line has, or one more than are allowed; quotes mean nothing. */
    private int count(String line) {
        int cells = 0;
        int start = 0;
        while (start >= 0 && cells <= MOST) {
            int end = line.indexOf(SEPARATOR, start);
            if ((end < 0 ? line.length() : end) - start > LONGEST) {
                throw tooLong(line);
            }
            cells++;
            start = end < 0 ? -1 : end + 1;
        }
        return cells;
    }

    private BadDataException tooMany() {
        return new BadDataException("The data file " + file + " has more than " + MOST
                + " columns, the most a CSV file may have. Give so many features as one vector, in LibSVM or Parquet.");
    }

    private BadDataException tooLong(String line) {
        return new BadDataException("The data file " + file + " has a cell of more than " + LONGEST
                + " characters, the most a cell may have, in the row " + Excerpt.of(line) + ".");
    }
}
