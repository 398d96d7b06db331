package io.kindling.cluster.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPathTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameTheOutput() {
        file = directory.resolve("deep").resolve("file");
    }

    private OutputPath output(boolean overwrite) {
        return OutputPath.of("--out", file.toString(), overwrite, new Configuration());
    }

    private static void write(OutputPath output, String text) throws IOException {
        output.write(temporary -> {
            try (OutputStream out = output.create(temporary)) {
                out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void isWrittenWhole() throws IOException {
        write(output(false), "one");
        assertThat(file).hasContent("one");
        write(output(true), "two");
        assertThat(file).hasContent("two");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }

    @Test
    void keepsWhatIsThereWhenWritingFails() throws IOException {
        write(output(false), "one");
        OutputPath output = output(true);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> output.write(temporary -> {
                    output.create(temporary).close();
                    throw new IOException("disk full");
                }));
        assertThat(file).hasContent("one");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }

    @Test
    void replacesADirectoryAndNeverMovesIntoIt() throws IOException {
        Files.createDirectories(file.resolve("old"));
        OutputPath output = output(true);
        output.write(temporary -> output.files().mkdirs(new org.apache.hadoop.fs.Path(temporary, "new")));
        assertThat(Samples.namesIn(file)).containsExactly("new");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }

    @Test
    void refusesWhatCameIntoBeingMeanwhile() throws IOException {
        OutputPath output = output(false);
        Files.createDirectories(file.resolve("theirs"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(output, "mine"))
                .withMessageContaining("--overwrite");
        assertThat(Samples.namesIn(file)).containsExactly("theirs");
        assertThat(Samples.namesIn(file.getParent())).containsExactly("file");
    }
}
