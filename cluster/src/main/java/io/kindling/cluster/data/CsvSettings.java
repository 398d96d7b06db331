package io.kindling.cluster.data;

import io.kindling.cluster.cells.MissingTexts;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a person says of a CSV file that it does not say itself.
 *
 * @param delimiter what stands between cells; found by itself where it is not said
 * @param encoding of the text; UTF-8 where it is not said
 * @param header whether the first line has the names of the columns
 * @param missing the texts that stand for missing cells
 * @param zone whose clocks timestamps are read from; that of the session where it is not said
 */
public record CsvSettings(
        Optional<Character> delimiter,
        Optional<Charset> encoding,
        boolean header,
        MissingTexts missing,
        Optional<ZoneId> zone) {

    /** Nothing is said. */
    public static CsvSettings usual() {
        return new CsvSettings(Optional.empty(), Optional.empty(), true, MissingTexts.usual(), Optional.empty());
    }

    /** The same for a model that was trained in a time zone, and with these texts for missing cells. */
    public CsvSettings as(MissingTexts otherMissing, Optional<ZoneId> otherZone) {
        return new CsvSettings(delimiter, encoding, header, otherMissing, otherZone);
    }
}
