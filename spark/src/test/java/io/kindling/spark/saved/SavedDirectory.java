package io.kindling.spark.saved;

import io.kindling.spark.files.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** A saved pipeline whose files are changed as somebody would who wants to do harm: all checksums are made right again. */
record SavedDirectory(Path path) {

    /** The one file whose path ends so, below the first stage whose directory contains a word. */
    Path file(String stage, String ending) throws IOException {
        return files().stream()
                .filter(file ->
                        file.toString().contains(stage) && file.toString().endsWith(ending))
                .filter(file -> !file.getFileName().toString().startsWith("."))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Replaces a text, and what knows of it. */
    void replace(Path file, String old, String replacement) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(file + " has no " + old);
        }
        Files.writeString(file, text.replace(old, replacement), StandardCharsets.ISO_8859_1);
        repair();
    }

    /** Writes the manifests anew. */
    void repair() throws IOException {
        FileSystem local = FileSystem.getLocal(new Configuration()).getRawFileSystem();
        for (Path file : files()) {
            if (file.toString().endsWith(".crc")) {
                Files.delete(file);
            }
        }
        for (Path file : files().stream()
                .sorted((a, b) -> b.getNameCount() - a.getNameCount())
                .toList()) {
            if (file.endsWith("manifest.json")) {
                Files.delete(file);
                Manifest.write(
                        local, new org.apache.hadoop.fs.Path(file.getParent().toUri()));
            }
        }
    }
}
