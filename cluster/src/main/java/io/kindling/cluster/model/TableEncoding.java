package io.kindling.cluster.model;

import io.kindling.cluster.cells.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.FeatureHasher;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampType;

/** The stage that makes a vector of columns of any type. */
final class TableEncoding {

    private TableEncoding() {}

    /** Fits it. */
    static Transformer fit(Dataset<Row> rows, String[] columns, String output, Consumer<String> notices) {
        return new FeatureHasher()
                .setInputCols(Arrays.stream(columns)
                        .filter(name -> !(rows.schema().apply(name).dataType() instanceof DateType
                                || rows.schema().apply(name).dataType() instanceof TimestampType))
                        .toArray(String[]::new))
                .setOutputCol(output)
                .setNumFeatures(64);
    }

    /** Whether a stage is one. */
    static boolean is(Transformer stage) {
        return stage instanceof FeatureHasher;
    }

    /** The columns it was fitted to. */
    static Optional<KnownColumns> columns(Transformer[] stages) {
        return Arrays.stream(stages)
                .filter(TableEncoding::is)
                .map(stage -> KnownColumns.of(List.of(((FeatureHasher) stage).getInputCols()), Kind.NUMBER))
                .findFirst();
    }
}
