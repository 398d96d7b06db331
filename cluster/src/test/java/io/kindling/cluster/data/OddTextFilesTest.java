package io.kindling.cluster.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.TestSpark;
import io.kindling.spark.data.BadDataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd in a text of rows is refused in a sentence, and nothing in it gets lost in silence. */
class OddTextFilesTest {

    @TempDir
    Path directory;

    @Test
    void refusesACellOfFiveMillionCharacters() {
        String[] cells = {"1".repeat(5_000_000), "x".repeat(5_000_000), "\"" + "x,".repeat(2_500_000) + "\""};
        for (String cell : cells) {
            refuses("data.csv", lines("a,b", "1,2", cell + ",3"), "cell of more than 100000 characters", "data.csv");
            refuses("data.csv", lines(cell + ",b", "1,2"), "cell of more than 100000 characters", "data.csv");
        }
    }

    @Test
    void readsACellOfAHundredThousandCharacters() {
        assertThat(read("data.csv", lines("a,b", "x".repeat(100_000) + ",2")).count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {20_001, 100_000})
    void refusesMoreThanTwentyThousandColumns(int columns) {
        String header = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        refuses("wide.csv", lines(header, "1,2"), "more than 20000 columns", "LibSVM or Parquet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros.csv.gz", "zeros.csv", "zeros.libsvm.gz"})
    void refusesALineWithoutAnEnd(String name) {
        refuses(name, new byte[(1 << 25) + (1 << 17)], "The first line", name, "more than 32 MB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,3,4|line 4 has 4 values, the header 3",
                "1,\"2,3\",4,5|line 4 has 4 values",
                "'1~1',2,3,4,5|line 4 has 5 values",
                "1,2,3,|line 4 has 4 values"
            })
    void refusesRowsLongerThanTheHeader(String row, String said) {
        refuses(
                "data.csv",
                lines("a,b,c", "1,2,3", "\"x\",2,3", row.replace('\'', '"').replace('~', '\n'), "4,5,6"),
                said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,2|[1,2,null]", "1|[1,null,null]", "1,\"2,3\"|[1,2,3,null]", "'1,,'|[1,null,null]"})
    void takesCellsThatShortRowsLackForMissing(String row, String read) {
        assertThat(read("data.csv", lines("a,b,c", "1,2,3", row, "x,\"y,y\",6")).collectAsList().stream()
                        .map(Row::toString))
                .contains(read);
    }

    @Test
    void readsQuotedCommasEmptyCellsAndEmptyLines() {
        Dataset<Row> rows = read("data.csv", lines("a,b,c", "1,\"x,y\",3", "", "4,,6", "7,\"say \"\"z\"\"\",9"));
        assertThat(rows.collectAsList().stream().map(Row::toString))
                .containsExactly("[1,x,y,3]", "[4,null,6]", "[7,say \"z\",9]");
    }

    @Test
    void refusesHeadersThatAreAmbiguous() {
        refuses("data.csv", lines("a,b,a", "1,2,3"), "column a stands twice, at 1 and 3");
        refuses("data.csv", lines("a,b, b ", "1,2,3"), "column b stands twice, at 2 and 3");
        refuses("data.csv", lines("5.1,0,0", "1,2,3"), "column 0 stands twice", "--no-header");
    }

    @Test
    void namesColumnsWithoutAName() {
        assertThat(read("data.csv", lines("column_3,b, ,,\"\"", "1,2,3,4,5")).columns())
                .containsExactly("column_3", "b", "column_3_", "column_4", "column_5");
    }

    @Test
    void refusesAnotherHeaderInAnotherFileOfADirectory() {
        write("parts.csv/one.csv", lines("a,b", "1,2", "3,4"));
        write("parts.csv/two.csv", lines("b,a", "1,2", "3,4"));
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> read(directory.resolve("parts.csv")).collectAsList())
                .withStackTraceContaining("does not conform");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() {
        assertThat(read("data.csv", lines("\uFEFFa,b", "1,2")).columns()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "br[1]{a}.csv",
                "s*r.csv",
                "wh?t.csv",
                "back\\slash.csv",
                "i[1].libsvm",
                "a b,c.csv",
                "100%.csv.gz"
            })
    void readsAFileOfExactlyThisName(String name) {
        byte[] text = name.contains("libsvm") ? lines("1 1:0.5", "0 2:1") : lines("a,b", "1,2", "3,4");
        assertThat(read(name, text).count()).isEqualTo(2);
    }

    @Test
    void aFileOfExactlyThisNameGoesBeforeThoseThatMatch() {
        write("x1.csv", lines("a,b", "1,2", "3,4"));
        write("x[1].csv", lines("a,b", "5,6"));
        assertThat(read(directory.resolve("x[1].csv")).first().getInt(0)).isEqualTo(5);
        assertThat(read(directory.resolve("x?.csv")).count()).isEqualTo(2);
        assertThat(read(directory.resolve("{x1,none}.csv")).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 qid:3 1:0.5|index:value, with spaces between. Received: 'qid:3', in the line '1 qid:3 1:0.5'.",
                "1 5:0.5 2:1|in ascending order. Received: 2 after 5",
                "1 2:0.5 2:1|in ascending order. Received: 2 after 2",
                "1 0:0.5|indices from 1 on, in ascending order. Received: 0,",
                "1 -1:0.5|Received: '-1:0.5'",
                "1 1:0.5 2147483647:1|up to 67108864 only. Received: 2147483647",
                "1 99999999999:1|up to 67108864 only. Received: 99999999999",
                "1 5|Received: '5'",
                "1 5:|Received: '5:'",
                "1 5:null|Received: '5:null'",
                "1 5:1:2|Received: '5:1:2'",
                "null 1:5|a number as label at the start of every line. Received: 'null'",
                "1|no feature in any row"
            })
    void refusesOddLibsvm(String line, String said) {
        refuses("data.libsvm", lines("# a comment", line), said);
    }

    @Test
    void refusesLibsvmWithMoreFeaturesThanTheModelHas() {
        Path file = write("data.libsvm", lines("1 1:1 4:1", "0 5:1"));
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> DataFile.find(TestSpark.session(), file.toString(), null)
                        .read(TestSpark.session(), OptionalInt.of(4)))
                .withMessageContaining("up to 4 only. Received: 5");
    }

    @Test
    void readsLibsvmWithCommentsSpacesAndRowsWithoutFeatures() {
        Dataset<Row> rows = read("data.libsvm", lines("# a comment", "", "1  2:0.5  7:1 ", "0", "-1 1:1e-3"));
        List<Vector> features = rows.collectAsList().stream()
                .map(row -> row.<Vector>getAs("features"))
                .toList();
        assertThat(features).hasSize(3).allMatch(vector -> vector.size() == 7);
    }

    private void refuses(String name, byte[] content, String... parts) {
        Path file = write(name, content);
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> read(file))
                .withMessageContainingAll(parts)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .hasSizeLessThan(300 + directory.toString().length()));
    }

    private Dataset<Row> read(String name, byte[] content) {
        return read(write(name, content));
    }

    private static Dataset<Row> read(Path file) {
        return DataFile.find(TestSpark.session(), file.toString(), null).read(TestSpark.session(), OptionalInt.empty());
    }

    private Path write(String name, byte[] content) {
        Path file = directory.resolve(name);
        assertThat(file.getParent().toFile().isDirectory()
                        || file.getParent().toFile().mkdirs())
                .isTrue();
        return Samples.write(file, content);
    }

    private static byte[] lines(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
