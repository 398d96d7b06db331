package io.kindling.spark.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.spark.data.BadDataException;
import io.kindling.spark.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.SparkException;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxImagesTest {
    /** Enough for several ranges of more than a megabyte. */
    private static final int ROWS = 3000;

    private static final int SIDE = 30;

    @TempDir
    private Path directory;

    private static byte[] idx(byte[] values, int... dimensions) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        file.putInt(0x0800 + dimensions.length);
        for (int dimension : dimensions) {
            file.putInt(dimension);
        }
        return file.put(values).array();
    }

    private String write(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(buffer) : buffer) {
            out.write(bytes);
        }
        return Files.write(directory.resolve(name), buffer.toByteArray()).toString();
    }

    private static Dataset<Row> read(String path) {
        return IdxImages.read(LocalSpark.session(), path);
    }

    private static void requireRefusal(String path, String... parts) {
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> read(path).collectAsList())
                .satisfies(bad -> assertThat(bad.getMessage()).contains(parts).doesNotContain("\n"));
    }

    /** What a task throws comes wrapped. */
    private static void requireRefusalInATask(String path, String... parts) {
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> read(path).collectAsList())
                .havingRootCause()
                .isInstanceOf(BadDataException.class)
                .satisfies(bad -> assertThat(bad.getMessage()).contains(parts));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'', .gz", ".gz, ''", ".gz, .gz"})
    void readsEveryRowInOrder(String imagesSuffix, String labelsSuffix) throws IOException {
        byte[] pixels = new byte[ROWS * SIDE * SIDE];
        byte[] labels = new byte[ROWS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31 + i / 1000);
        }
        for (int i = 0; i < ROWS; i++) {
            labels[i] = (byte) (i * 7);
        }
        write("my-labels-idx1-ubyte" + labelsSuffix, idx(labels, ROWS));
        Dataset<Row> table = read(write("my-images-idx3-ubyte" + imagesSuffix, idx(pixels, ROWS, SIDE, SIDE)));
        assertThat(table.javaRDD().getNumPartitions()).isGreaterThan(1);
        List<Row> rows = table.collectAsList();
        assertThat(rows).hasSize(ROWS);
        for (int row = 0; row < ROWS; row += 97) {
            Vector features = rows.get(row).getAs("features");
            assertThat(features.size()).isEqualTo(SIDE * SIDE);
            int byteOfRow = row % (SIDE * SIDE);
            assertThat(features.apply(byteOfRow)).isEqualTo((pixels[row * SIDE * SIDE + byteOfRow] & 0xff) / 255.0);
            assertThat(rows.get(row).<Double>getAs("label")).isEqualTo(labels[row] & 0xff);
        }
    }

    @Test
    void needsNoLabels() throws IOException {
        Dataset<Row> table = read(write("images.idx", idx(new byte[12], 3, 4)));
        assertThat(table.columns()).containsExactly("features");
        assertThat(table.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void refusesOtherFiles(String suffix) throws IOException {
        requireRefusal(
                write("text-idx3-ubyte" + suffix, "hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "text-idx3-ubyte",
                "00 00 08 03",
                "68 65 6c 6c");
        requireRefusal(write("floats-idx3-ubyte" + suffix, new byte[] {0, 0, 0x0d, 3, 0, 0, 0, 1}), "00 00 0d 03");
        requireRefusal(write("labels-idx3-ubyte" + suffix, idx(new byte[4], 4)), "images");
        requireRefusal(write("short-idx3-ubyte" + suffix, new byte[] {0, 0, 8, 3, 0, 0}), "cut short");
        requireRefusal(write("none-idx3-ubyte" + suffix, idx(new byte[0], 0, 2, 2)), "dimension of 0");
        requireRefusal(write("huge-idx3-ubyte" + suffix, idx(new byte[0], -1, 2, 2)), "dimension of 4294967295");
        requireRefusal(write("wide-idx3-ubyte" + suffix, idx(new byte[0], 1, 1 << 30, 1 << 30)), "damaged");
    }

    @Test
    void refusesAWrongLength() throws IOException {
        requireRefusal(write("a-idx3-ubyte", idx(new byte[11], 3, 2, 2)), "28", "27", "3 rows");
        requireRefusal(write("b-idx3-ubyte", idx(new byte[13], 3, 2, 2)), "28", "29");
        requireRefusalInATask(write("c-idx3-ubyte.gz", idx(new byte[11], 3, 2, 2)), "cut short");
        requireRefusalInATask(write("d-idx3-ubyte.gz", idx(new byte[13], 3, 2, 2)), "goes on after its 3 rows");
    }

    @Test
    void refusesDamagedGzip() throws IOException {
        Path plain = directory.resolve("plain-idx3-ubyte.gz");
        Files.write(plain, idx(new byte[12], 3, 2, 2));
        requireRefusal(plain.toString(), "plain-idx3-ubyte.gz", "gzip");
        byte[] noise = new byte[400_000];
        new java.util.Random(1).nextBytes(noise);
        Path cut = Path.of(write("cut-idx3-ubyte.gz", idx(noise, 1000, 20, 20)));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 200_000));
        requireRefusalInATask(cut.toString(), "cut short");
    }

    @Test
    void refusesLabelsThatDoNotFit() throws IOException {
        String images = write("x-images-idx3-ubyte", idx(new byte[12], 3, 2, 2));
        write("x-labels-idx1-ubyte", idx(new byte[2], 2));
        requireRefusal(images, "x-labels-idx1-ubyte", "3", "2");
        write("x-labels-idx1-ubyte", idx(new byte[12], 3, 2, 2));
        requireRefusal(images, "x-labels-idx1-ubyte", "labels, of one dimension");
    }

    @Test
    void refusesAMissingFile() {
        requireRefusal(directory.resolve("no-idx3-ubyte").toString(), "no-idx3-ubyte");
    }
}
