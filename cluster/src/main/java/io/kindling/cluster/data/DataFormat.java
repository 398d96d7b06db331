package io.kindling.cluster.data;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that hold data. */
public enum DataFormat {
    /** Texts with commas, semicolons or tabs between them. */
    CSV,
    /** Apache Parquet, a file or a directory. */
    PARQUET,
    /** {@code label index:value …}, indices from 1. */
    LIBSVM,
    /** The format of MNIST: images in one file, labels in another. */
    IDX;

    /** The format a file's name shows, whether compressed or not. */
    static Optional<DataFormat> ofName(String file) {
        String name = unpacked(file);
        if (name.contains("idx3-ubyte") || name.contains("idx1-ubyte") || name.endsWith(".idx")) {
            return Optional.of(IDX);
        }
        String extension = name.substring(Math.max(name.lastIndexOf('.'), 0));
        return switch (extension) {
            case ".csv", ".tsv" -> Optional.of(CSV);
            case ".parquet" -> Optional.of(PARQUET);
            case ".libsvm", ".svm", ".txt" -> Optional.of(LIBSVM);
            default -> Optional.empty();
        };
    }

    private static String unpacked(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    /** Whether a file's name shows that it has tabs between its cells. */
    public static boolean isTabbed(String file) {
        return unpacked(file).endsWith(".tsv");
    }

    /** Whether its columns are always called {@code features} and {@code label}. */
    public boolean hasFixedColumns() {
        return this == LIBSVM || this == IDX;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
