package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;

/**
 * How a CSV file is to be read, as tasks need it.
 *
 * @param file its name, for messages
 * @param delimiter what stands between cells
 * @param encoding the name of its encoding
 * @param columns how many there are
 * @param header the cells of the first line of each file; none, if it is a row like others
 */
record CsvFormat(String file, char delimiter, String encoding, int columns, List<String> header)
        implements Serializable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Takes rows apart. */
    CsvCells cells() {
        return new CsvCells(file, delimiter);
    }

    /** A file's text, without a byte order mark. */
    Reader text(InputStream bytes) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, Charset.forName(encoding)));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /**
     * Refuses the first line of a file where files of one table differ.
     *
     * @throws BadDataException quoting the first name that differs
     */
    void requireHeader(String[] cells, String part) {
        for (int i = 0; i < Math.max(cells.length, columns); i++) {
            String found = i < cells.length ? Objects.requireNonNullElse(cells[i], "") : "nothing";
            String needed = i < columns ? header.get(i) : "nothing";
            if (!found.equals(needed)) {
                throw new BadDataException("In the data " + file + " the file " + Excerpt.of(part)
                        + " has another header than the first one, so it does not conform: column " + (i + 1) + " is '"
                        + Excerpt.of(found) + "' instead of '" + Excerpt.of(needed) + "'.");
            }
        }
    }
}
