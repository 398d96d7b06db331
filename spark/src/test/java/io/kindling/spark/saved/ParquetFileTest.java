package io.kindling.spark.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.management.ThreadMXBean;
import io.kindling.spark.files.RegularFile;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spark writes is accepted; what claims more than it holds is refused before anything is allocated for it. */
class ParquetFileTest {
    @TempDir
    private Path folder;

    private Path written(String codec, String query) throws IOException {
        Path directory = folder.resolve(codec);
        LocalSpark.session()
                .sql(query)
                .coalesce(1)
                .write()
                .option("compression", codec)
                .parquet(directory.toString());
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".parquet")
                            && !file.getFileName().toString().startsWith("."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void require(Path file) throws IOException {
        ParquetFile.require(RegularFile.of(
                FileSystem.getLocal(new Configuration()).getRawFileSystem(),
                new org.apache.hadoop.fs.Path(file.toUri())));
    }

    private static final String ROWS =
            "select id, cast(id % 3 as string) as kind, array(array('a', cast(id as string)), "
                    + "array(null)) as nested, struct(id as a, array(1.5d) as b) as both, id % 2 = 0 as even from range(2000)";

    @ParameterizedTest
    @CsvSource({"snappy", "uncompressed", "gzip"})
    void acceptsWhatSparkWrites(String codec) throws IOException {
        Path file = written(codec, ROWS);
        assertThatCode(() -> require(file)).doesNotThrowAnyException();
    }

    @Test
    void acceptsAMillionEqualValues() throws IOException {
        Path file = written("snappy", "select array_repeat(1.0d, 900000) as std");
        assertThatCode(() -> require(file)).doesNotThrowAnyException();
    }

    @Test
    void refusesMoreValuesThanItCanHold() throws IOException {
        Path file = written("snappy", "select array_repeat(1.0d, 3000000) as std");
        assertThatIOException()
                .isThrownBy(() -> require(file))
                .withMessageContaining("more values than its length can");
    }

    @Test
    void refusesAFileWithoutRowsAndOneOfAnotherKind() throws IOException {
        Path empty = written("snappy", "select 1 as a where false");
        assertThatIOException().isThrownBy(() -> require(empty)).withMessageContaining("or none");
        Files.writeString(empty, "PAR1 and no more");
        assertThatIOException().isThrownBy(() -> require(empty)).withMessageContaining("no Parquet file");
        Files.writeString(empty, "short");
        assertThatIOException().isThrownBy(() -> require(empty)).withMessageContaining("too short");
    }

    @Test
    void refusesAFooterLongerThanTheFile() throws IOException {
        Path file = written("snappy", ROWS);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, -1, bytes.length, Integer.MAX_VALUE}) {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, length);
            Files.write(file, bytes);
            assertThatIOException()
                    .isThrownBy(() -> require(file))
                    .withMessageContaining("its footer cannot be " + length + " bytes long");
        }
    }

    /** Lists and texts of two billion elements, at any place of footer and pages. */
    @Test
    void allocatesNothingThatTheFileCouldNotFill() throws IOException {
        Path file = written("snappy", "select array('a', 'b', 'b') as labels, 1.5d as number");
        byte[] whole = Files.readAllBytes(file);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int refused = 0;
        for (int place = 4; place < whole.length - 8; place++) {
            byte[] mutant = whole.clone();
            Arrays.fill(mutant, place, Math.min(place + 4, whole.length - 8), (byte) 0xff);
            if (place + 4 < whole.length - 8) {
                mutant[place + 4] = 7;
            }
            Files.write(file, mutant);
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                require(file);
            } catch (IOException noticed) {
                refused++;
            }
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as("place %s", place)
                    .isLessThan(50_000_000);
        }
        assertThat(refused).isGreaterThan(whole.length / 2);
    }

    @Test
    void refusesARunLongerThanItsPage() {
        byte[] packed = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7};
        byte[] repeated = {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7, 1};
        for (byte[] runs : new byte[][] {packed, repeated}) {
            assertThatIOException()
                    .isThrownBy(() -> new ParquetRuns(runs, 1000).requireRest(1))
                    .withMessage("a run in a page has more numbers than the page.");
        }
        assertThatIOException()
                .isThrownBy(() -> new ParquetRuns(new byte[] {4, 0, 0, 0, 2}, 1).requireBlock(1))
                .withMessageContaining("longer than it is");
    }

    @Test
    void bytesAtRandomAreRefused() throws IOException {
        Path file = folder.resolve("random.parquet");
        for (int seed = 0; seed < 200; seed++) {
            byte[] bytes = new byte[400];
            new Random(seed).nextBytes(bytes);
            System.arraycopy("PAR1".getBytes(), 0, bytes, 0, 4);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(392, 300);
            System.arraycopy("PAR1".getBytes(), 0, bytes, 396, 4);
            Files.write(file, bytes);
            assertThatIOException().as("seed %s", seed).isThrownBy(() -> require(file));
        }
    }
}
