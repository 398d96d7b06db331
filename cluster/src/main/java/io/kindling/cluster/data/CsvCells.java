package io.kindling.cluster.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.kindling.spark.data.BadDataException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Takes CSV apart with the parser and the settings of Spark's own reader. */
final class CsvCells {
    /** The most columns. */
    static final int MOST = 20_000;

    /** The most characters in a cell. */
    static final int LONGEST = 100_000;

    private static final char QUOTE = '"';

    private final String file;
    private final CsvParser parser;

    /**
     * For the lines of a file.
     *
     * @param file its name, for messages
     */
    CsvCells(String file, char delimiter) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setQuote(QUOTE);
        settings.getFormat().setQuoteEscape(QUOTE);
        settings.getFormat().setComment('\0');
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setMaxCharsPerColumn(LONGEST);
        settings.setMaxColumns(MOST);
        this.file = file;
        this.parser = new CsvParser(settings);
    }

    /**
     * The first records of a text, which may be cut off in the midst of one; an empty cell is null.
     *
     * @throws BadDataException if the first has too many cells, or one that is too long
     */
    List<String[]> first(String text, int most) {
        List<String[]> records = new ArrayList<>();
        begin(new StringReader(text));
        try {
            while (records.size() < most) {
                String[] record = next();
                if (record.length == 0) {
                    break;
                }
                records.add(record);
            }
        } catch (BadDataException cutOff) {
            if (records.isEmpty()) {
                throw cutOff;
            }
        } finally {
            end();
        }
        return records;
    }

    /** Starts with a text. */
    void begin(Reader text) {
        parser.beginParsing(text);
    }

    /**
     * The cells of the next record of the text; none after the last.
     *
     * @throws BadDataException if there are too many, or one is too long
     */
    String[] next() {
        try {
            String[] record = parser.parseNext();
            while (record != null && isBlank(record)) {
                record = parser.parseNext();
            }
            return record == null ? new String[0] : record;
        } catch (TextParsingException refused) {
            throw refusal(refused);
        }
    }

    /** How many lines of the text have been read. */
    long lines() {
        return parser.getContext().currentLine();
    }

    /** Gives the text up. */
    void end() {
        parser.stopParsing();
    }

    /** The cells of a text that is one record; none if it is blank. */
    String[] of(String record) {
        try {
            String[] cells = parser.parseLine(record);
            return cells == null || isBlank(cells) ? new String[0] : cells;
        } catch (TextParsingException refused) {
            throw refusal(refused);
        }
    }

    private static boolean isBlank(String[] cells) {
        return cells.length == 1 && (cells[0] == null || cells[0].isBlank());
    }

    private BadDataException refusal(TextParsingException refused) {
        return new BadDataException("The data file " + file
                + (String.valueOf(refused.getMessage()).contains("Length of parsed input")
                        ? " has a cell of more than " + LONGEST
                                + " characters, the most a cell may have; a quotation mark may be missing."
                        : " has more than " + MOST + " columns, the most a CSV file may have. Give so many features as"
                                + " one vector, in LibSVM or Parquet."));
    }
}
