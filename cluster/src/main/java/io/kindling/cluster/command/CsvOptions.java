package io.kindling.cluster.command;

import io.kindling.cluster.cells.MissingTexts;
import io.kindling.cluster.data.CsvSettings;
import io.kindling.errors.KindlingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what a CSV file does not say itself. */
final class CsvOptions {

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            description = "What stands between the cells of CSV, tab for a tab; found by itself by default.")
    private String delimiter;

    @Option(names = "--encoding", paramLabel = "NAME", description = "The encoding of CSV; UTF-8 by default.")
    private String encoding;

    @Option(
            names = "--no-header",
            description = "The first line of CSV is a row; columns are called column_1, column_2, ….")
    private boolean noHeader;

    @Option(
            names = "--missing",
            paramLabel = "TEXTS",
            description = "The texts that stand for missing cells, such as \"NA,?\"; by default NA, null, ? and the"
                    + " like, where all else is numbers or dates.")
    private String missing;

    /** Refuses what no file is like. */
    void requireValid() {
        settings();
    }

    /**
     * What was said.
     *
     * @throws KindlingException if it is nothing that a file can be like
     */
    CsvSettings settings() {
        return new CsvSettings(
                Optional.ofNullable(delimiter).map(CsvOptions::delimiter),
                Optional.ofNullable(encoding).map(CsvOptions::encoding),
                !noHeader,
                missing == null
                        ? MissingTexts.usual()
                        : MissingTexts.of(Arrays.stream(missing.split(","))
                                .map(String::strip)
                                .toList()),
                Optional.empty());
    }

    /** Whether texts that stand for missing cells were given. */
    boolean saysMissing() {
        return missing != null;
    }

    private static char delimiter(String text) {
        String one = text.equals("tab") || text.equals("\\t") ? "\t" : text;
        if (one.length() != 1 || one.equals("\"") || one.isBlank() && !one.equals("\t") && !one.equals(" ")) {
            throw new KindlingException("--delimiter must be one character, or tab. Received: '" + text + "'.");
        }
        return one.charAt(0);
    }

    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new KindlingException(
                    "--encoding must be one that Java knows, such as UTF-8, UTF-16, ISO-8859-1 or windows-1252."
                            + " Received: '" + name + "'.",
                    unknown);
        }
    }
}
