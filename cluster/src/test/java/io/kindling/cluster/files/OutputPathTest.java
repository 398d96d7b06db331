package io.kindling.cluster.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.cluster.testing.Samples;
import io.kindling.spark.files.LeaseHeldException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An output is there whole or not at all, and takes the place of nothing but an output. */
class OutputPathTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("deep").resolve("file");
    }

    private static Outputs outputs(boolean overwrite) {
        return new Outputs(new Configuration(), overwrite);
    }

    /** Writes in the place of what happened before, as one command does. */
    private void write(boolean overwrite, String text) {
        write(overwrite, text, () -> {});
    }

    private void write(boolean overwrite, String text, Runnable meanwhile) {
        try (Outputs outputs = outputs(overwrite)) {
            OutputPath output = outputs.claim("--out", file.toString());
            meanwhile.run();
            output.write(temporary -> {
                try (OutputStream out = output.create(temporary)) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void writeDirectory(boolean overwrite, String... names) throws IOException {
        try (Outputs outputs = outputs(overwrite)) {
            OutputPath output = outputs.claim("--out", file.toString());
            output.write(temporary -> {
                output.files().mkdirs(temporary);
                for (String name : names) {
                    try (OutputStream out = output.create(new org.apache.hadoop.fs.Path(temporary, name))) {
                        out.write(name.getBytes(StandardCharsets.UTF_8));
                    }
                }
            });
        }
    }

    private void requireRefusal(String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outputs(true).claim("--out", file.toString()))
                .withMessageContaining(reason)
                .withMessageContaining("--out " + file);
    }

    @Test
    void isWrittenWhole() {
        write(false, "one");
        assertThat(file).hasContent("one");
        write(true, "two");
        assertThat(file).hasContent("two");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }

    @Test
    void keepsWhatIsThereWhenWritingFails() throws IOException {
        write(false, "one");
        try (Outputs outputs = outputs(true)) {
            OutputPath output = outputs.claim("--out", file.toString());
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> output.write(temporary -> {
                        output.create(temporary).close();
                        throw new IOException("disk full");
                    }));
        }
        assertThat(file).hasContent("one");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
        write(true, "two");
    }

    @Test
    void replacesADirectoryOfItsOwnAndNeverMovesIntoIt() throws IOException {
        writeDirectory(false, "a", "b");
        writeDirectory(true, "c");
        assertThat(Samples.namesIn(file)).containsExactly("_manifest.json", "c");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }

    @Test
    void refusesWhatCameIntoBeingMeanwhile() throws IOException {
        Path theirs = file.resolve("theirs");
        for (boolean overwrite : new boolean[] {false, true}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> write(overwrite, "mine", () -> {
                        try {
                            Files.createDirectories(file);
                            Files.writeString(theirs, "theirs");
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    }))
                    .withMessageContaining("--overwrite");
            assertThat(Samples.namesIn(file)).containsExactly("theirs");
            assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
            Files.delete(theirs);
            Files.delete(file);
        }
    }

    @Test
    void isNeverPutInThePlaceOfSomebodyElsesFile() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "data");
        requireRefusal("Kindling did not write it");
        assertThat(file).hasContent("data");
    }

    @Test
    void isNeverPutInThePlaceOfAFileThatWasChanged() throws IOException {
        write(false, "one");
        Files.writeString(file, "labelled by hand");
        requireRefusal("it was changed since Kindling wrote it");
    }

    @Test
    void isNeverPutInThePlaceOfADirectoryWithSomebodyElsesFiles() throws IOException {
        writeDirectory(false, "a");
        Files.writeString(file.resolve("notes.txt"), "mine");
        requireRefusal("it holds a file that Kindling did not write, notes.txt");
        Files.delete(file.resolve("notes.txt"));
        Files.createDirectories(file.resolve("below"));
        Files.writeString(file.resolve("below/.hidden"), "mine");
        requireRefusal("below/.hidden");
    }

    @Test
    void isNeverPutInThePlaceOfADirectoryThatWasChanged() throws IOException {
        writeDirectory(false, "a");
        Files.writeString(file.resolve("a"), "longer than before");
        requireRefusal("its file a was changed");
    }

    @Test
    void isNeverPutInThePlaceOfALink() throws IOException {
        write(false, "one");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        file = link;
        requireRefusal("it is a symbolic link");
        Files.delete(directory.resolve("deep/file"));
        requireRefusal("it is a symbolic link");
    }

    @Test
    void takesThePlaceOfWhatIsEmpty() throws IOException {
        Files.createDirectories(file);
        write(true, "one");
        assertThat(file).hasContent("one");
    }

    @Test
    void isRefusedOverAroundAndIntoWhatIsRead() throws IOException {
        Path data = Files.createDirectories(directory.resolve("data"));
        Files.writeString(data.resolve("x.csv"), "a\n1\n");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        for (Path refused : new Path[] {directory, data, data.resolve("model"), link.resolve("data/model")}) {
            try (Outputs outputs = outputs(true).reads("--data", data.toString())) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> outputs.claim("--out", refused.toString()))
                        .withMessageContaining("over, around or into --data");
            }
        }
        try (Outputs outputs = outputs(true).reads("--data", data + "/*.csv")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> outputs.claim("--out", data.resolve("x.csv").toString()))
                    .withMessageContaining("--data");
            outputs.claim("--out", data.resolve("y.csv").toString());
        }
        assertThat(Samples.namesIn(data)).containsExactly("x.csv");
    }

    @Test
    void isRefusedAroundTheWorkingDirectoryAndAtARoot() {
        Path here = Path.of("").toAbsolutePath();
        for (Path refused : new Path[] {here, here.getParent()}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outputs(true).claim("--out", refused.toString()))
                    .withMessageContaining("the working directory");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outputs(true).claim("--out", "/"))
                .withMessageContaining("root");
    }

    @Test
    void ofOneCommandDoNotLieInOneAnother() {
        try (Outputs outputs = outputs(false)) {
            outputs.claim("--out", file.toString());
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            outputs.claim("--json", file.resolve("figures.json").toString()))
                    .withMessageContaining("--out");
        }
    }

    @Test
    void ofTwoCommandsAtOnceTheSecondIsRefused() {
        try (Outputs outputs = outputs(false)) {
            outputs.claim("--out", file.toString());
            assertThatExceptionOfType(LeaseHeldException.class)
                    .isThrownBy(() -> outputs(false).claim("--out", file.toString()))
                    .withMessageContaining("--out " + file + " is being written by");
        }
        write(false, "one");
    }

    @Test
    void leavesNothingBehindWhenNothingIsWritten() {
        try (Outputs outputs = outputs(false)) {
            outputs.claim("--out", file.toString());
            assertThat(file.getParent()).exists();
        }
        assertThat(Samples.namesIn(directory)).isEmpty();
    }

    @Test
    void putsBackWhatAKilledCommandHadMovedAway() throws IOException {
        writeDirectory(false, "a");
        Path workspace = Files.createDirectories(file.resolveSibling(".file.kindling"));
        Files.move(file, workspace.resolve("replaced"));
        Files.createDirectories(workspace.resolve("output"));
        Files.writeString(
                workspace.resolve("_lease-1"), "{\"host\":\"" + hostName() + "\",\"pid\":1,\"started\":\"x\"}");
        try (Outputs outputs = outputs(true)) {
            outputs.claim("--out", file.toString());
            assertThat(Samples.namesIn(file)).containsExactly("_manifest.json", "a");
        }
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }

    private static String hostName() throws IOException {
        return java.net.InetAddress.getLocalHost().getHostName();
    }
}
