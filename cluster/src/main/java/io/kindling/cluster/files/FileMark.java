package io.kindling.cluster.files;

import io.kindling.spark.files.LocalDisk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The SHA-256 that Kindling notes with a file it has written: in an extended attribute, {@code user.kindling.sha256}, or in a
 * hidden file beside it, {@code .NAME.kindling.sha256}, where the file system has no attributes.
 *
 * <p>A file whose content is another one by now is not what Kindling wrote.
 */
final class FileMark {
    private static final String NAME = "kindling.sha256";
    private static final int LARGEST = 256;

    private final FileSystem files;

    FileMark(FileSystem files) {
        this.files = files;
    }

    /** What was noted with a file; empty if nothing was. */
    Optional<String> of(Path file) throws IOException {
        Optional<String> attribute = attribute(file);
        if (attribute.isPresent()) {
            return attribute;
        }
        try (InputStream in = files.open(beside(file))) {
            return Optional.of(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }

    private Optional<String> attribute(Path file) throws IOException {
        Optional<java.nio.file.Path> local = LocalDisk.path(files, file);
        try {
            if (local.isEmpty()) {
                return files.listXAttrs(file).contains("user." + NAME)
                        ? Optional.of(new String(files.getXAttr(file, "user." + NAME), StandardCharsets.UTF_8))
                        : Optional.empty();
            }
            UserDefinedFileAttributeView attributes = attributes(local.get());
            if (attributes == null || !attributes.list().contains(NAME)) {
                return Optional.empty();
            }
            ByteBuffer value = ByteBuffer.allocate(attributes.size(NAME));
            attributes.read(NAME, value);
            return Optional.of(new String(value.array(), StandardCharsets.UTF_8));
        } catch (UnsupportedOperationException | FileSystemException withoutAttributes) {
            return Optional.empty();
        }
    }

    /** Notes the digest with a file that is still to be moved; false if that must be done after it was moved. */
    boolean attach(Path file, String digest) throws IOException {
        byte[] value = digest.getBytes(StandardCharsets.UTF_8);
        Optional<java.nio.file.Path> local = LocalDisk.path(files, file);
        try {
            if (local.isEmpty()) {
                files.setXAttr(file, "user." + NAME, value);
                return true;
            }
            UserDefinedFileAttributeView attributes = attributes(local.get());
            if (attributes == null) {
                return false;
            }
            attributes.write(NAME, ByteBuffer.wrap(value));
            return true;
        } catch (UnsupportedOperationException | FileSystemException withoutAttributes) {
            return false;
        }
    }

    /** Notes the digest beside a file. */
    void putBeside(Path file, String digest) throws IOException {
        try (OutputStream out = files.create(beside(file), true)) {
            out.write(digest.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static UserDefinedFileAttributeView attributes(java.nio.file.Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path beside(Path file) {
        return new Path(file.getParent(), "." + file.getName() + "." + NAME);
    }
}
