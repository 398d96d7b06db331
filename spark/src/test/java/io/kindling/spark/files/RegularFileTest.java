package io.kindling.spark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A path is opened only if it is a plain file; finding out never hangs. */
@Timeout(10)
class RegularFileTest {
    @TempDir
    private Path folder;

    private FileSystem files;

    @BeforeEach
    void useTheLocalDisk() throws IOException {
        files = FileSystem.getLocal(new Configuration());
    }

    private RegularFile at(String name) throws IOException {
        return RegularFile.of(files, new org.apache.hadoop.fs.Path(folder.toString(), name));
    }

    private org.apache.hadoop.fs.Path written(String name, String text) throws IOException {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(folder.toString(), name);
        try (var out = files.create(path)) {
            out.writeBytes(text);
        }
        return path;
    }

    @Test
    void aFileHasItsLengthAndBytes() throws IOException {
        written("file", "text");
        assertThat(at("file").length()).isEqualTo(4);
        assertThat(at("file").bytes(4)).isEqualTo("text".getBytes());
        try (InputStream in = at("file").open()) {
            assertThat(in.readAllBytes()).isEqualTo("text".getBytes());
        }
        assertThatIOException().isThrownBy(() -> at("file").bytes(3)).withMessageContaining("3 bytes at most");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatIOException()
                .isThrownBy(() -> at("nothing"))
                .isInstanceOf(FileNotFoundException.class)
                .withMessage("nothing is missing.");
    }

    @Test
    void refusesALink() throws IOException {
        written("file", "text");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
        assertThatIOException()
                .isThrownBy(() -> at("link"))
                .withMessage("link must be a regular file. It is a symbolic link.");
    }

    @Test
    void refusesADirectoryAPipeAndADevice() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("directory"));
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThatIOException().isThrownBy(() -> at("directory")).withMessageContaining("a directory");
        assertThatIOException().isThrownBy(() -> at("pipe")).withMessageContaining("a named pipe");
        assertThatIOException()
                .isThrownBy(() -> RegularFile.of(files, new org.apache.hadoop.fs.Path("/dev/zero")))
                .withMessageContaining("a device");
    }

    /** Hadoop would allocate what the head of the checksums says, and wait for a pipe. */
    @Test
    void refusesChecksumsThatCannotBeTheFiles() throws IOException, InterruptedException {
        written("file", "text");
        Path checksums = folder.resolve(".file.crc");
        byte[] whole = Files.readAllBytes(checksums);
        Files.write(
                checksums,
                ByteBuffer.wrap(whole.clone()).putInt(4, Integer.MAX_VALUE).array());
        assertThatIOException().isThrownBy(() -> at("file")).withMessageContaining("does not fit its hidden file");
        Files.write(checksums, new byte[3]);
        assertThatIOException().isThrownBy(() -> at("file")).withMessageContaining("does not fit its hidden file");
        Files.delete(checksums);
        assertThat(at("file").length()).isEqualTo(4);
        assertThat(new ProcessBuilder("mkfifo", checksums.toString()).start().waitFor())
                .isZero();
        assertThatIOException().isThrownBy(() -> at("file")).withMessageContaining("does not fit its hidden file");
    }

    @Test
    void aChangedByteIsNoticedByTheChecksums() throws IOException {
        written("file", "text");
        Files.writeString(folder.resolve("file"), "test");
        assertThatIOException().isThrownBy(() -> at("file").bytes(10)).withMessageContaining("does not match");
    }
}
