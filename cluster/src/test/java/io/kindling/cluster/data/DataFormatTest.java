package io.kindling.cluster.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFormatTest {

    @ParameterizedTest
    @CsvSource({
        "a.csv, CSV",
        "a.CSV, CSV",
        "a.csv.gz, CSV",
        "a.parquet, PARQUET",
        "a.libsvm, LIBSVM",
        "a.svm.gz, LIBSVM",
        "a.txt, LIBSVM",
        "train-images-idx3-ubyte, IDX",
        "train-images.idx3-ubyte.gz, IDX",
        "t10k-labels-idx1-ubyte.gz, IDX",
        "images.idx, IDX",
        "images.idx.gz, IDX"
    })
    void isSeenFromTheName(String name, DataFormat format) {
        assertThat(DataFormat.ofName(name)).contains(format);
    }

    @ParameterizedTest
    @CsvSource({"data", "data.xls", "csv", "a.csv.zip", "a.gz"})
    void isUnknown(String name) {
        assertThat(DataFormat.ofName(name)).isEmpty();
    }
}
