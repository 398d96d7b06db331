package io.kindling.cluster.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Small files of data: three kinds of points in the plane that a straight line each tells apart. */
public final class Samples {
    public static final int ROWS = 90;
    private static final String[] NAMES = {"ant", "bee", "cat"};
    private static final double[][] CENTERS = {{0, 0}, {4, 0}, {0, 4}};

    private Samples() {}

    public static int kind(int row) {
        return row % NAMES.length;
    }

    public static String name(int row) {
        return NAMES[kind(row)];
    }

    /** Coordinate 0 or 1 of a row. */
    public static double coordinate(int row, int axis) {
        return CENTERS[kind(row)][axis] + (row * (axis == 0 ? 0.618 : 0.414)) % 1;
    }

    public static Path namedCsv(Path directory) {
        return write(directory.resolve("named.csv"), "x,y,kind", row -> point(row) + "," + name(row));
    }

    public static Path numberedCsv(Path directory) {
        return write(directory.resolve("numbered.csv"), "x,y,kind", row -> point(row) + "," + kind(row));
    }

    /** More rows, of three kinds that overlap. */
    public static Path wideCsv(Path directory, int rows, int features) {
        String header =
                IntStream.range(0, features).mapToObj(i -> "x" + i + ",").collect(Collectors.joining());
        StringBuilder text = new StringBuilder(header).append("kind\n");
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < features; i++) {
                double noise = (row * 0.618 + i * row * 0.414) % 1;
                text.append(String.format(Locale.ROOT, "%.4f,", (i % NAMES.length == kind(row) ? 0.5 : 0) + noise));
            }
            text.append(kind(row)).append('\n');
        }
        return write(directory.resolve("wide.csv"), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static Path libsvm(Path file) {
        String text = lines(row ->
                String.format(Locale.ROOT, "%d 1:%.4f 2:%.4f\n", kind(row), coordinate(row, 0), coordinate(row, 1)));
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Images of 2 by 2 pixels whose bright pixel is the label; returns the file of images. */
    public static Path idx(Path directory, String suffix) {
        byte[] pixels = new byte[ROWS * 4];
        byte[] labels = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) kind(row);
            pixels[row * 4 + kind(row)] = (byte) (200 + row % 50);
        }
        write(directory.resolve("tiny-labels-idx1-ubyte" + suffix), idxFile(labels, ROWS));
        return write(directory.resolve("tiny-images-idx3-ubyte" + suffix), idxFile(pixels, ROWS, 2, 2));
    }

    public static byte[] idxFile(byte[] values, int... dimensions) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        file.putInt(0x0800 + dimensions.length);
        IntStream.of(dimensions).forEach(file::putInt);
        return file.put(values).array();
    }

    /** Writes a file, gzipped if its name says so. */
    public static Path write(Path file, byte[] bytes) {
        try {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream();
            try (OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(buffer) : buffer) {
                out.write(bytes);
            }
            return Files.write(file, buffer.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Path write(Path file, String... lines) {
        return write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What is in a directory, hidden files too. */
    public static Stream<String> namesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String point(int row) {
        return String.format(Locale.ROOT, "%.4f,%.4f", coordinate(row, 0), coordinate(row, 1));
    }

    private static Path write(Path file, String header, java.util.function.IntFunction<String> line) {
        return write(file, (header + "\n" + lines(row -> line.apply(row) + "\n")).getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(java.util.function.IntFunction<String> line) {
        return IntStream.range(0, ROWS).mapToObj(line).collect(Collectors.joining());
    }
}
