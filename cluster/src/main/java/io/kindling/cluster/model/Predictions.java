package io.kindling.cluster.model;

import static org.apache.spark.ml.functions.vector_to_array;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Table;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkRegressionModel;
import io.kindling.spark.data.RowColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of a table with what a model predicts: the label with its probability and that of each class, or a number. Columns
 * that a text cannot hold, such as vectors, are left out.
 */
public final class Predictions {
    /** More classes than these get no column each. */
    private static final int MOST_CLASSES = 1000;

    /** Names that nothing else has, as all others come from the table or from stages. */
    private static final String NUMBERS = "all numbers predicted";

    private final TrainedPipeline model;
    private final Dataset<Row> predicted;
    private final StructType passed;
    private final List<Column> columns = new ArrayList<>();
    private StructType schema;

    private Predictions(TrainedPipeline model, Dataset<Row> predicted) {
        this.model = model;
        this.predicted = predicted;
        this.passed = (StructType) predicted.schema().apply(Table.PASSED).dataType();
        this.schema = passed;
    }

    /**
     * Predicts; computed when it is asked for.
     *
     * @param passing how the columns of the table are given back
     */
    public static Dataset<Row> of(TrainedPipeline model, Table table, Passing passing) {
        Predictions predictions = new Predictions(model, model.transform(table, passing));
        return model.network() instanceof NeuralNetworkClassificationModel classifier
                ? predictions.classes(classifier)
                : predictions.values((NeuralNetworkRegressionModel) model.network());
    }

    private Dataset<Row> classes(NeuralNetworkClassificationModel classifier) {
        Dataset<Row> rows = predicted.withColumn(
                NUMBERS, vector_to_array(RowColumns.exactly(classifier.getProbabilityCol()), "float64"));
        passThrough();
        String label = model.stage(IndexToString.class)
                .map(IndexToString::getOutputCol)
                .orElse(classifier.getPredictionCol());
        add(model.labels().isPresent() ? "predictedLabel" : "prediction", RowColumns.exactly(label));
        Column numbers = functions.col(NUMBERS);
        Column place =
                RowColumns.exactly(classifier.getPredictionCol()).cast("int").plus(1);
        add("probability", functions.element_at(numbers, place));
        List<String> names = model.classNames();
        if (names.size() <= MOST_CLASSES) {
            for (int i = 0; i < names.size(); i++) {
                add("probability_" + names.get(i), numbers.getItem(i));
            }
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    private Dataset<Row> values(NeuralNetworkRegressionModel regression) {
        passThrough();
        Column prediction = RowColumns.exactly(regression.getPredictionCol());
        if (regression.numOutputs() == 1) {
            add("prediction", prediction);
            return predicted.select(columns.toArray(Column[]::new));
        }
        for (int i = 0; i < regression.numOutputs(); i++) {
            add("prediction_" + (i + 1), functions.col(NUMBERS).getItem(i));
        }
        return predicted
                .withColumn(NUMBERS, vector_to_array(prediction, "float64"))
                .select(columns.toArray(Column[]::new));
    }

    private void passThrough() {
        for (String name : passed.fieldNames()) {
            columns.add(RowColumns.exactly(Table.PASSED).getField(name).as(name));
        }
    }

    /** Under a name that no column of the table has. */
    private void add(String name, Column column) {
        String unused = ColumnNames.unused(schema, name);
        columns.add(column.as(unused));
        schema = schema.add(unused, "double");
    }
}
