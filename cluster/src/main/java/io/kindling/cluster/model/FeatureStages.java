package io.kindling.cluster.model;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.spark.tables.TableEncoderModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits the stages that make one vector of the columns of features. */
final class FeatureStages {
    private final List<Transformer> stages = new ArrayList<>();
    private final Set<String> learned = new HashSet<>();
    private final String vector;

    /**
     * Fits them.
     *
     * @param encode whether columns of any type are encoded; else they are numbers, and put side by side
     * @param standardize whether columns that are not encoded are brought to mean 0 and deviation 1
     * @param notices told what was left out, and why
     */
    FeatureStages(
            Dataset<Row> rows, Selection selection, boolean encode, boolean standardize, Consumer<String> notices) {
        String[] columns = selection.names();
        String made = columns[0];
        if (encode) {
            made = ColumnNames.unused(rows.schema(), "features");
            TableEncoderModel encoder = TableEncoding.fit(rows, columns, made, notices);
            encoder.columns().forEach(column -> learned.add(column.name()));
            stages.add(encoder);
        } else if (!selection.isVector()) {
            made = ColumnNames.unused(rows.schema(), "features");
            stages.add(new VectorAssembler()
                    .setInputCols(columns)
                    .setOutputCol(made)
                    .setHandleInvalid("keep"));
        }
        if (!encode) {
            learned.addAll(List.of(columns));
        }
        if (standardize && !encode) {
            String scaled = ColumnNames.unused(rows.schema(), "standardizedFeatures");
            stages.add(new StandardScaler()
                    .setWithMean(true)
                    .setWithStd(true)
                    .setInputCol(made)
                    .setOutputCol(scaled)
                    .fit(transform(rows).select(made)));
            made = scaled;
        }
        vector = made;
    }

    /** In their order. */
    List<Transformer> stages() {
        return stages;
    }

    /** The columns of features that they use. */
    Set<String> learned() {
        return learned;
    }

    /** The column they make. */
    String vector() {
        return vector;
    }

    /** Rows with the columns they make. */
    Dataset<Row> transform(Dataset<Row> rows) {
        Dataset<Row> result = rows;
        for (Transformer stage : stages) {
            result = stage.transform(result);
        }
        return result;
    }
}
