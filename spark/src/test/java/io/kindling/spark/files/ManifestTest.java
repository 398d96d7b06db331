package io.kindling.spark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    @TempDir
    private Path directory;

    private FileSystem files;
    private org.apache.hadoop.fs.Path model;

    @BeforeEach
    void writeFiles() throws IOException {
        files = FileSystem.getLocal(new Configuration()).getRawFileSystem();
        model = new org.apache.hadoop.fs.Path(directory.toUri());
        Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("a/b/file"), "text");
        Files.writeString(directory.resolve("a/.hidden"), "text");
    }

    private void require() throws IOException {
        Manifest.require(FileTree.of(files, model));
    }

    private void replaceManifest(String text) throws IOException {
        Files.writeString(directory.resolve("manifest.json"), text);
    }

    @Test
    void noticesChanges() throws IOException {
        Manifest.write(files, model);
        assertThat(directory.resolve("manifest.json"))
                .content()
                .contains("a/b/file")
                .doesNotContain("hidden");
        assertThatCode(() -> require()).doesNotThrowAnyException();
        Files.writeString(directory.resolve("a/b/file"), "texts");
        assertThatIOException().isThrownBy(() -> require()).withMessageContaining("a/b/file");
        Files.delete(directory.resolve("a/b/file"));
        assertThatIOException().isThrownBy(() -> require()).withMessage("a/b/file is missing.");
    }

    @Test
    void isNeeded() {
        assertThatIOException().isThrownBy(() -> require()).withMessage("it has no manifest.json.");
    }

    @Test
    void noticesAFileItDoesNotList() throws IOException {
        Manifest.write(files, model);
        Files.writeString(directory.resolve("a/more"), "text");
        assertThatIOException().isThrownBy(() -> require()).withMessage("a/more is not listed in manifest.json.");
    }

    /** Spark reads these, whatever their names look like. */
    @ParameterizedTest
    @ValueSource(strings = {"_metadata", "_common_metadata", "_a=b"})
    void noticesAFileThatLooksHiddenAndIsNot(String name) throws IOException {
        Manifest.write(files, model);
        Files.writeString(directory.resolve("a").resolve(name), "text");
        assertThatIOException().isThrownBy(() -> require()).withMessageContaining("is not listed");
    }

    @Test
    void noticesADirectoryThatIsALink() throws IOException {
        Manifest.write(files, model);
        Files.move(directory.resolve("a/b"), directory.resolve(".elsewhere"));
        Files.createSymbolicLink(directory.resolve("a/b"), directory.resolve(".elsewhere"));
        assertThatIOException().isThrownBy(() -> require()).withMessageContaining("a/b must be a regular file");
    }

    @Test
    void saysThatItIsOfALaterFormat() throws IOException {
        replaceManifest("{\"format\": 2, \"sha256\": {\"a/b/file\": \"0\"}}");
        assertThatIOException().isThrownBy(() -> require()).withMessageContaining("format 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"format\": 1}",
                "{\"format\": 1, \"sha256\": {}}",
                "{\"format\": 1, \"sha256\": 3}",
                "{\"format\": 1, \"sha256\": {\"../a/b/file\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"/etc/passwd\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"file:///dev/zero\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"a//b\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"a/./b/file\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"a/..\": \"0\"}}",
                "{\"format\": 1, \"sha256\": {\"manifest.json\": \"0\"}}"
            })
    void isDamaged(String text) throws IOException {
        replaceManifest(text);
        assertThatIOException().isThrownBy(() -> require()).withMessage("manifest.json is damaged.");
    }
}
