package io.kindling.cluster.model;

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
        assertThatCode(() -> Manifest.require(files, model)).doesNotThrowAnyException();
        Files.writeString(directory.resolve("a/b/file"), "texts");
        assertThatIOException().isThrownBy(() -> Manifest.require(files, model)).withMessageContaining("a/b/file");
        Files.delete(directory.resolve("a/b/file"));
        assertThatIOException().isThrownBy(() -> Manifest.require(files, model)).withMessage("a/b/file is missing.");
    }

    @Test
    void mayBeAbsent() {
        assertThatCode(() -> Manifest.require(files, model)).doesNotThrowAnyException();
    }

    @Test
    void saysThatItIsOfALaterFormat() throws IOException {
        replaceManifest("{\"format\": 2, \"sha256\": {\"a/b/file\": \"0\"}}");
        assertThatIOException().isThrownBy(() -> Manifest.require(files, model)).withMessageContaining("format 2");
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
                "{\"format\": 1, \"sha256\": {\"\": \"0\"}}"
            })
    void isDamaged(String text) throws IOException {
        replaceManifest(text);
        assertThatIOException()
                .isThrownBy(() -> Manifest.require(files, model))
                .withMessage("manifest.json is damaged.");
    }
}
