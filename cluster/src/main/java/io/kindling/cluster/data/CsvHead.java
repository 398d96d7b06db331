package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** The beginning of a text, compressed or not, read before Spark holds whole lines of it in memory. */
final class CsvHead {
    /** How much is looked at, unless the first line is longer. */
    private static final int LENGTH = 1 << 18;

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvHead() {}

    /**
     * Reads it.
     *
     * @return empty if there is no text
     * @throws BadDataException if it is no text of this encoding
     */
    static Optional<String> of(InputPath path, Configuration configuration, Optional<Charset> encoding)
            throws IOException {
        for (FileStatus file : path.files(configuration)) {
            try (InputStream in = FirstLine.open(file.getPath(), configuration)) {
                String text = decoded(path.text(), bytes(path.text(), in), encoding);
                if (!text.isBlank()) {
                    return Optional.of(text);
                }
            }
        }
        return Optional.empty();
    }

    private static byte[] bytes(String file, InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        boolean begun = false;
        boolean complete = false;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int i = 0; i < count && !complete; i++) {
                boolean lineBreak = buffer[i] == '\n' || buffer[i] == '\r';
                complete = lineBreak && begun;
                begun |= !lineBreak && buffer[i] != ' ';
            }
            if (begun || head.size() == 0) {
                head.write(buffer, 0, count);
            }
            if (complete && head.size() >= LENGTH) {
                break;
            }
            if (head.size() > FirstLine.LONGEST) {
                throw FirstLine.tooLong(file);
            }
        }
        return head.toByteArray();
    }

    private static String decoded(String file, byte[] head, Optional<Charset> encoding) {
        if (encoding.isEmpty() && isUtf16(head)) {
            throw new BadDataException("The data file " + file
                    + " is UTF-16, which is read where one says --encoding UTF-16; without, it must be UTF-8.");
        }
        Charset charset = encoding.orElse(StandardCharsets.UTF_8);
        CharBuffer text = CharBuffer.allocate(head.length + 1);
        // The last character may be cut off.
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(head), text, false);
        if (result.isError()) {
            throw notOf(file, encoding);
        }
        text.flip();
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    /** What is said of bytes that are no characters of the encoding. */
    static BadDataException notOf(String file, Optional<Charset> encoding) {
        return encoding.map(charset -> new BadDataException("The data file " + file + " is not " + charset
                        + " throughout, as --encoding says. Say what it is, such as --encoding ISO-8859-1."))
                .orElseGet(() -> new BadDataException("The data file " + file + " is not UTF-8, say --encoding and what"
                        + " it is: --encoding ISO-8859-1 (Latin-1) or windows-1252 for most files of Western Europe."));
    }

    /** By its byte order mark, or by the zeros that are half of most texts. */
    private static boolean isUtf16(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        return first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF || (first == 0) != (second == 0);
    }
}
