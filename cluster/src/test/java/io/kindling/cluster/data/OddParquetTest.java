package io.kindling.cluster.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.TestSpark;
import io.kindling.spark.data.BadDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parquet that cannot be read as rows of numbers is refused in a sentence. */
class OddParquetTest {
    /** In the footer: a union's 14th case, UUID, an empty struct, and its ends. */
    private static final String UUID_TYPE = "\u00ec\0\0";

    /** The 15th: FLOAT16, younger than Spark's reader. */
    private static final String FLOAT16_TYPE = "\u00fc\0\0";

    @TempDir
    Path directory;

    @Test
    void refusesLogicalTypesYoungerThanTheReader() throws IOException {
        Path file = parquet("fixed_len_byte_array(16) a (UUID)");
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        int at = bytes.lastIndexOf(UUID_TYPE);
        assertThat(at).isPositive();
        String younger = bytes.substring(0, at) + FLOAT16_TYPE + bytes.substring(at + FLOAT16_TYPE.length());
        Files.writeString(file, younger, StandardCharsets.ISO_8859_1);
        // A checksum of the file as it was.
        Files.deleteIfExists(directory.resolve(".data.parquet.crc"));
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> read(file))
                .withMessageContainingAll("data.parquet", "float16", "float and double are read");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fixed_len_byte_array(2) a|'a' of features is of type binary, which cannot be encoded. Leave it out with --ignore",
                "fixed_len_byte_array(12) a (INTERVAL)|Parquet type not yet supported: FIXED_LEN_BYTE_ARRAY (INTERVAL)",
                "required group a { required int32 b; }|'a' of features is of type struct<b:int>, which cannot be encoded"
            })
    void refusesColumnsThatCannotBeEncoded(String column, String said) {
        Path file = parquet(column);
        CommandRun.of("train", "--data", file, "--label", "label").requireRefusal(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello world, this is no Parquet",
                "PAR1",
                "PAR1PAR1",
                "PAR1\0\0\0\0PAR1",
                "PAR1x\u007f\0\0\0PAR1"
            })
    void refusesWhatIsNoParquet(String content) {
        Path file = Samples.write(directory.resolve("data.parquet"), content.getBytes(StandardCharsets.US_ASCII));
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining("data.parquet")
                .withMessageMatching("(?s)(?!.*(Exception|Error|null)).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.parquet.gz", "data.gz"})
    void refusesParquetInGzip(String name) throws IOException {
        Path file = Samples.write(directory.resolve(name), Files.readAllBytes(parquet("required int32 a")));
        CommandRun.of("train", "--data", file, "--label", "label", "--format", "parquet")
                .requireRefusal(name, "Parquet in gzip", "gunzip");
    }

    private static void read(Path file) {
        DataFile.find(TestSpark.session(), file.toString(), null).read(TestSpark.session(), OptionalInt.empty());
    }

    /** A file of one row with a column and a label. */
    private Path parquet(String column) {
        String field = column.startsWith("required") ? column : "required " + column;
        MessageType schema = MessageTypeParser.parseMessageType(
                "message rows { " + field + (field.endsWith("}") ? "" : ";") + " required int32 label; }");
        Path file = directory.resolve("data.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toString()))
                .withType(schema)
                .build()) {
            Group row = new SimpleGroupFactory(schema).newGroup().append("label", 1);
            if (column.contains("array(")) {
                int length = schema.getType("a").asPrimitiveType().getTypeLength();
                row.append("a", Binary.fromConstantByteArray(new byte[length]));
            } else if (column.startsWith("binary")) {
                row.append("a", "text");
            } else if (column.contains("group")) {
                row.addGroup("a").append("b", 1);
            } else {
                row.append("a", 1);
            }
            writer.write(row);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
