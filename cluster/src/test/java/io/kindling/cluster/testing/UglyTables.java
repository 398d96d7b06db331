package io.kindling.cluster.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The irises as people have their tables: with everything that is odd in files. */
public final class UglyTables {
    /** The rows of the table. */
    public static final int ROWS = 150;

    private static final List<String> NAMES =
            List.of("sepal_length", "sepal_width", "petal_length", "petal_width", "label");

    private final Random random = new Random(1);
    private final List<List<String>> rows = irises();
    private final List<Ugly> tables = new ArrayList<>();

    private UglyTables() {}

    /**
     * A table and what becomes of it.
     *
     * @param file its name
     * @param label the column of labels
     * @param accuracy of a model on the rows it was trained with, or R², at least; 0 if the table is refused
     * @param said on the way, or in the sentence that refuses it
     * @param bytes of the file
     */
    public record Ugly(String file, String label, double accuracy, List<String> said, byte[] bytes) {

        /** Writes it to a directory. */
        public Path in(Path directory) {
            try {
                return Files.write(directory.resolve(file), bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private static List<List<String>> irises() {
        try (InputStream in = UglyTables.class.getResourceAsStream("/data/iris.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How a table is written. */
    private record Format(String delimiter, String lineEnd, Charset encoding, byte[] before) {
        static final Format USUAL = new Format(",", "\n", StandardCharsets.UTF_8, new byte[0]);

        byte[] write(List<List<String>> lines) {
            String text = lines.stream()
                    .map(line -> line.stream().map(this::quoted).collect(Collectors.joining(delimiter)) + lineEnd)
                    .collect(Collectors.joining());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(before);
            bytes.writeBytes(text.getBytes(encoding));
            return bytes.toByteArray();
        }

        private String quoted(String cell) {
            boolean plain = Stream.of(delimiter, "\"", "\n", "\r").noneMatch(cell::contains);
            return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
        }
    }

    /** All of them. */
    public static List<Ugly> all() {
        UglyTables ugly = new UglyTables();
        ugly.features();
        ugly.holes();
        ugly.files();
        ugly.names();
        ugly.labels();
        return ugly.tables;
    }

    private void trains(String file, List<String> names, List<List<String>> lines, String... said) {
        add(file, "label", 0.9, Format.USUAL, names, lines, said);
    }

    private void refused(String file, List<String> names, List<List<String>> lines, String... said) {
        add(file, "label", 0, Format.USUAL, names, lines, said);
    }

    private void add(
            String file,
            String label,
            double accuracy,
            Format format,
            List<String> names,
            List<List<String>> lines,
            String... said) {
        List<List<String>> all = new ArrayList<>();
        if (!names.isEmpty()) {
            all.add(names);
        }
        all.addAll(lines);
        tables.add(new Ugly(file, label, accuracy, List.of(said), format.write(all)));
    }

    private void trainsWith(String file, String column, IntFunction<String> cell, String... said) {
        List<String> names = new ArrayList<>(NAMES);
        names.add(4, column);
        trains(file, names, each((row, i) -> inserted(row, 4, cell.apply(i))), said);
    }

    private interface RowChange {
        List<String> of(List<String> row, int place);
    }

    private List<List<String>> each(RowChange change) {
        return IntStream.range(0, ROWS).mapToObj(i -> change.of(rows.get(i), i)).toList();
    }

    private static List<String> inserted(List<String> row, int place, String cell) {
        List<String> longer = new ArrayList<>(row);
        longer.add(place, cell);
        return longer;
    }

    private static List<String> replaced(List<String> row, int place, String cell) {
        List<String> other = new ArrayList<>(row);
        other.set(place, cell);
        return other;
    }

    private List<List<String>> withCell(int line, int column, String cell) {
        return each((row, i) -> i == line ? replaced(row, column, cell) : row);
    }

    private List<List<String>> withLabels(String... labels) {
        return each((row, i) -> replaced(row, 4, labels[Integer.parseInt(row.get(4))]));
    }

    private List<List<String>> withCells(UnaryOperator<String> change) {
        return each((row, i) -> row.stream().map(change).toList());
    }

    private String anyOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private void features() {
        trains("plain.csv", NAMES, rows);
        trainsWith("textcat.csv", "color", i -> anyOf("red", "green", "blue"));
        trainsWith("yesno.csv", "flag", i -> anyOf("yes", "no"));
        trainsWith("booleans.csv", "flag", i -> anyOf("true", "false"));
        trainsWith("dates.csv", "when", i -> String.format("2024-%02d-%02d", 1 + i % 12, 1 + i % 28));
        trainsWith("timestamps.csv", "when", i -> String.format("2024-01-%02d %02d:30:00", 1 + i % 28, i % 24));
        trainsWith("notes.csv", "note", i -> "two\nlines " + i, "note");
        trains("idcol.csv", inserted(NAMES, 0, "id"), each((row, i) -> inserted(row, 0, "" + (100_000 + i))), "id");
        add(
                "bigint.csv",
                "label",
                0.85,
                Format.USUAL,
                NAMES,
                each((row, i) -> replaced(row, 0, "" + (1_000_000_000_000L + i))));
        trains("huge.csv", NAMES, each((row, i) -> replaced(row, 0, "1e300")), "sepal_length");
        trainsWith("constant.csv", "k", i -> "7", "k");
        trainsWith("allnull.csv", "x", i -> "", "x");
        trainsWith("unnamed.csv", "", i -> "" + i % 3);
        trains(
                "wide.csv",
                Stream.concat(IntStream.range(0, 2000).mapToObj(i -> "f" + i), Stream.of("label"))
                        .toList(),
                IntStream.range(0, 300).mapToObj(this::wideRow).toList());
    }

    private List<String> wideRow(int place) {
        int label = place % 3;
        return Stream.concat(
                        IntStream.range(0, 2000)
                                .mapToObj(j -> String.format("%.3f", random.nextGaussian() + (j < 20 ? label : 0))),
                        Stream.of("" + label))
                .toList();
    }

    private void holes() {
        trains("missing_empty.csv", NAMES, withCell(7, 2, ""));
        for (String text : List.of("NA", "NaN", "?", "null")) {
            String name = text.equals("?") ? "question" : text;
            trains(
                    "missing_" + name + ".csv",
                    NAMES,
                    withCell(7, 2, text),
                    "'petal_length' 1 cell counts as missing: '" + text + "'");
        }
        trains("missinglabel.csv", NAMES, withCell(33, 4, ""), "1 row has no label");
        trains(
                "ragged_short.csv",
                NAMES,
                each((row, i) -> i == 33 ? row.subList(0, 3) : row),
                "1 row has fewer cells",
                "1 row has no label");
        refused(
                "ragged_long.csv",
                NAMES,
                each((row, i) -> i == 33
                        ? Stream.concat(row.stream(), Stream.of("9", "9")).toList()
                        : row),
                "line 35 has 7 values, the header 5");
        trains("thousands.csv", NAMES, withCell(33, 1, "1,234.5"), "'sepal_width' 1 cell is no number", "1,234.5");
        trains("spaces.csv", NAMES.stream().map(name -> " " + name + " ").toList(), withCell(33, 1, " 3.1 "));
    }

    private void files() {
        Format usual = Format.USUAL;
        Format semicolons = new Format(";", "\n", StandardCharsets.UTF_8, new byte[0]);
        add("semicolon.csv", "label", 0.9, semicolons, NAMES, rows);
        add("decimalcomma.csv", "label", 0.9, semicolons, NAMES, withCells(cell -> cell.replace('.', ',')));
        add("tab.tsv", "label", 0.9, new Format("\t", "\n", StandardCharsets.UTF_8, new byte[0]), NAMES, rows);
        Format windows = new Format(",", "\r\n", StandardCharsets.UTF_8, new byte[0]);
        add("crlf.csv", "label", 0.9, windows, NAMES, withLabels("a", "b", "c"));
        byte[] mark = "\uFEFF".getBytes(StandardCharsets.UTF_8);
        add(
                "bom.csv",
                "label",
                0.9,
                new Format(",", "\n", StandardCharsets.UTF_8, mark),
                inserted(NAMES.subList(0, 4), 0, "label"),
                each((row, i) -> inserted(row.subList(0, 4), 0, row.get(4))));
        add(
                "utf16.csv",
                "label",
                0,
                new Format(",", "\n", StandardCharsets.UTF_16, new byte[0]),
                NAMES,
                rows,
                "UTF-16",
                "--encoding");
        add(
                "latin1.csv",
                "label",
                0,
                new Format(",", "\n", StandardCharsets.ISO_8859_1, new byte[0]),
                NAMES,
                withLabels("grün", "blau", "weiß"),
                "not UTF-8, say --encoding");
        trains("glob[1].csv", NAMES, rows);
        refused("noheader.csv", List.of(), rows, "no column label", "the first line looks like data, say --no-header");
        refused("onlylabel.csv", List.of("label"), each((row, i) -> row.subList(4, 5)), "no column besides the label");
        refused("headeronly.csv", NAMES, List.of(), "no rows");
        trains(
                "quoted.csv",
                List.of("sepal, length", "sepal \"w\"", "c", "d", "label"),
                withLabels("setosa", "versi,color", "vir \"gin\" ica"));
        add(
                "unicode.csv",
                "класс",
                0.9,
                usual,
                List.of("länge", "幅", "長さ 🌸", "ширина", "класс"),
                withLabels("сетоса", "变色", "vérginica 🌺"));
    }

    private void names() {
        add(
                "dotted.csv",
                "the.label",
                0.9,
                Format.USUAL,
                List.of("sepal.length", "sepal width", "petal.length (cm)", "a`b", "the.label"),
                rows);
        trains("dotted_clash.csv", List.of("a.b", "a_b", "c", "d", "label"), rows);
        trains("outputs.csv", List.of("prediction", "probability", "features", "rawPrediction", "label"), rows);
        refused("duplicates.csv", List.of("a", "a", "b", "c", "label"), rows, "column a stands twice");
        refused("duplicate_label.csv", List.of("a", "b", "label", "c", "label"), rows, "column label stands twice");
    }

    private void labels() {
        trains("labels_1k.csv", NAMES, withLabels("1", "2", "3"));
        trains("labels_float.csv", NAMES, withLabels("1.0", "2.0", "3.0"));
        trains("labels_signed.csv", NAMES, withLabels("-1", "1", "1"));
        trains("labels_gaps.csv", NAMES, withLabels("0", "50", "100"));
        trains("labels_huge.csv", NAMES, withLabels("10115", "80331", "2000000000"));
        trains("labels_boolean.csv", NAMES, withLabels("true", "false", "false"));
        trains("labels_padded.csv", NAMES, withLabels("01", "02", "03"));
        add(
                "labels_fraction.csv",
                "label",
                0.85,
                Format.USUAL,
                NAMES,
                each((row, i) -> replaced(row, 4, "" + (Integer.parseInt(row.get(4)) + i / 1000.0))),
                "regression",
                "--task classification");
        refused("labels_one.csv", NAMES, withLabels("x", "x", "x"), "label needs at least two classes");
        refused(
                "labels_each.csv",
                NAMES,
                each((row, i) -> replaced(row, 4, "u" + i)),
                "every row has a label of its own");
    }

    /** The table of a name. */
    public static Ugly named(String file) {
        return all().stream()
                .filter(table -> table.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(file + " is none of " + Arrays.toString(all().toArray())));
    }

    /** The labels of the rows, as they are before anything is made of them. */
    public static List<String> labelsOfIrises() {
        return irises().stream().map(row -> row.get(4)).toList();
    }
}
