package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** The first line of a text with anything in it, compressed or not, read before Spark holds whole lines in memory. */
final class FirstLine {
    /** The longest line, in bytes; a megabyte of a compressed file may hold a thousand times as much. */
    static final int LONGEST = 1 << 25;

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FirstLine() {}

    /**
     * Reads it.
     *
     * @return empty if there is none
     * @throws BadDataException if it is too long
     */
    static Optional<String> of(InputPath path, Configuration configuration) throws IOException {
        for (Path file : path.firstFile(configuration)) {
            try (InputStream in = open(file, configuration)) {
                return read(path, in);
            }
        }
        return Optional.empty();
    }

    /** Opens a file, which may be compressed. */
    static InputStream open(Path file, Configuration configuration) throws IOException {
        InputStream in = file.getFileSystem(configuration).open(file);
        CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(file);
        return codec == null ? in : codec.createInputStream(in);
    }

    private static Optional<String> read(InputPath path, InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count; i++) {
                if (buffer[i] != '\n' && buffer[i] != '\r') {
                    line.write(buffer[i]);
                } else if (isBlank(line)) {
                    line.reset();
                } else {
                    return Optional.of(text(line));
                }
            }
            if (line.size() > LONGEST) {
                throw tooLong(path.text());
            }
        }
        return isBlank(line) ? Optional.empty() : Optional.of(text(line));
    }

    /** What is said of a line that does not end. */
    static BadDataException tooLong(String file) {
        return new BadDataException("The first line of the data file " + file + " has more than " + (LONGEST >> 20)
                + " MB, so it is no text of rows, or lacks line breaks.");
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        // Only a short line is worth the look.
        return line.size() < BUFFER && text(line).isBlank();
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
