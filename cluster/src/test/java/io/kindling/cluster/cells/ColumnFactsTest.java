package io.kindling.cluster.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnFactsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final CellReader POINTS = new CellReader(MissingTexts.usual(), false, ZONE);
    private static final CellReader COMMAS = new CellReader(MissingTexts.usual(), true, ZONE);

    private static ColumnFacts facts(CellReader reader, List<String> cells) {
        ColumnFacts facts = new ColumnFacts(1);
        for (String cell : cells) {
            facts.addRow();
            facts.add(0, cell, reader);
        }
        return facts;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 ~ -2 ~ +3|INT",
                "1 ~ 2147483648|LONG",
                "1 ~ 99999999999999999999|NUMBER",
                "1 ~ .5 ~ 5. ~ -1e-3|NUMBER",
                "1 ~ 1.5 ~ NA ~ '' ~ null|NUMBER",
                "NA ~ ?|NUMBER",
                "1 ~ 1d|TEXT",
                "1 ~ 0x10|TEXT",
                "1 ~ 1,5|TEXT",
                "1 ~ Infinity|TEXT",
                "- ~ e5 ~ .|TEXT",
                "true ~ False ~ NA|BOOLEAN",
                "true ~ 1|TEXT",
                "None ~ a ~ b|TEXT",
                "2024-12-31 ~ 2024-1-1|DATE",
                "2024-12-31 ~ 2024-01-01 12:30|TIMESTAMP",
                "2024-12-31T23:59:59.123Z ~ 2024-01-01T00:00:00+01:00|TIMESTAMP",
                "31.12.2024 ~ 1.1.2025|DATE",
                "12/31/2024 ~ 1/2/2024|DATE",
                "2024-02-30 ~ 2024-01-01|TEXT",
                "31.12.2024 ~ 2024-12-31|TEXT"
            })
    void tellWhatAColumnIs(String cells, Kind kind) {
        List<String> all =
                Stream.of(cells.split("~")).map(cell -> cell.replace("''", "")).toList();
        assertThat(facts(POINTS, all).type(0).kind()).isEqualTo(kind);
    }

    @Test
    void readCommasAsDecimalPointsWhereTheyAreThose() {
        assertThat(facts(COMMAS, List.of("1,5", "2")).type(0).kind()).isEqualTo(Kind.NUMBER);
        assertThat(COMMAS.value(" 1,5 ", CellType.of(Kind.NUMBER))).isEqualTo(1.5);
        assertThat(POINTS.value("1,5", CellType.of(Kind.NUMBER))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"19, 1, TEXT", "20, 1, INT", "200, 2, INT", "200, 3, TEXT", "1000, 10, INT", "1000, 11, TEXT"})
    void takeOneOddTextInAHundredForASlip(int numbers, int odd, Kind kind) {
        List<String> cells = Stream.concat(
                        Collections.nCopies(numbers, "7").stream(), Collections.nCopies(odd, "1,234.5").stream())
                .toList();
        ColumnFacts facts = facts(POINTS, cells);
        assertThat(facts.type(0).kind()).isEqualTo(kind);
        assertThat(facts.oddTexts(0, CellType.of(Kind.NUMBER))).isEqualTo(odd);
        assertThat(facts.oddExample(0)).contains("1,234.5");
    }

    @Test
    void areTheSameInWhateverPartsTheyAreCounted() {
        List<String> cells = List.of("1", "NA", "x", "2.5", "?", "w", "2024-01-01");
        ColumnFacts whole = facts(POINTS, cells);
        ColumnFacts parts = facts(POINTS, cells.subList(4, 7)).plus(facts(POINTS, cells.subList(0, 4)));
        assertThat(parts).usingRecursiveComparison().isEqualTo(whole);
    }

    @Test
    void textsThatWereGivenAreMissingInEveryColumn() {
        CellReader reader = new CellReader(MissingTexts.of(List.of("-999", "n.n.")), false, ZONE);
        assertThat(reader.value("-999", CellType.of(Kind.NUMBER))).isNull();
        assertThat(reader.value("n.n.", CellType.of(Kind.TEXT))).isNull();
        assertThat(reader.value("NA", CellType.of(Kind.TEXT))).hasToString("NA");
        assertThat(facts(reader, List.of("1", "NA")).type(0).kind()).isEqualTo(Kind.TEXT);
    }

    @Test
    void timesAreThoseOfTheClockWhateverZoneStandsBehind() {
        CellType time = new CellType(Kind.TIMESTAMP, DateForm.YEAR_FIRST);
        long noonInBerlin = 1_704_106_800_000_000L;
        for (String text : List.of("2024-01-01 12:00", "2024-01-01T12:00:00Z", "2024-01-01 12:00:00+09:00")) {
            assertThat(POINTS.value(text, time)).as(text).isEqualTo(noonInBerlin);
        }
        assertThat(POINTS.value("31.12.1969", new CellType(Kind.DATE, DateForm.DOTS)))
                .isEqualTo(-1);
    }
}
