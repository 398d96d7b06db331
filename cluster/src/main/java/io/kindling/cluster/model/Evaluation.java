package io.kindling.cluster.model;

import io.kindling.cluster.cells.Numerals;
import io.kindling.cluster.data.LabelCounts;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Pick;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.data.ValueRule;
import io.kindling.cluster.report.Measures;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.data.BadDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares what a model predicts for the rows of a table with the labels in it. */
public final class Evaluation {
    private final TrainedPipeline model;
    private final Table table;
    private final Pick label;
    private final LabelCounts counts;
    /** Labels that are written in another way than in training, such as 1 for 1.0, and how they were. */
    private final Map<String, String> rewritten = new LinkedHashMap<>();

    /**
     * Looks at the labels.
     *
     * @param column of labels
     * @throws BadDataException if a column is missing, or there is a label that the model does not know
     */
    public Evaluation(TrainedPipeline model, Table table, String column) {
        model.picks(table);
        Labels.requireIn(table.schema(), column);
        this.model = model;
        this.table = table;
        this.label = model.labelPick(column);
        this.counts = LabelCounts.of(table, column);
        if (counts.labelled() == 0) {
            throw new BadDataException("The column '" + column + "' has no label in any row (null).");
        }
        model.labels().ifPresentOrElse(this::requireKnown, this::requireNumbers);
    }

    private void requireKnown(List<String> known) {
        ValueRule rule = ValueRule.oneOf(known);
        for (String found : counts.labels()) {
            if (!known.contains(found)) {
                known.stream()
                        .filter(name -> Numerals.isNumber(found) && isSame(name, found))
                        .findFirst()
                        .ifPresentOrElse(name -> rewritten.put(found, name), () -> rule.require(label.column(), found));
            }
        }
    }

    private static boolean isSame(String one, String other) {
        return Numerals.parse(one, false) == Numerals.parse(other, false);
    }

    private void requireNumbers() {
        if (!counts.areNumbers()) {
            throw new BadDataException("The column '" + label.column()
                    + "' of labels must be numeric, as it was in training. It holds other texts.");
        }
        if (model.network() instanceof NeuralNetworkClassificationModel classifier) {
            ValueRule rule = ValueRule.classIndex(classifier.numClasses());
            counts.labels().forEach(found -> rule.require(label.column(), Double.parseDouble(found)));
        }
    }

    /** What a person should know of the table. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>(model.notices(table));
        notices.addAll(Labels.notices(label.column(), counts));
        return notices;
    }

    /**
     * Measures all rows with a label.
     *
     * @param detailed whether each class is measured by itself, too
     * @throws BadDataException if a row cannot be used
     */
    public Measures measure(boolean detailed) {
        List<Pick> picks = new ArrayList<>(model.picks(table));
        picks.add(label);
        Dataset<Row> rows = Labels.present(table.rows(picks, Passing.NONE), label.name(), counts);
        if (!rewritten.isEmpty()) {
            rows = rows.na().replace(label.name(), rewritten);
        }
        try {
            return model.measure(rows, label.name(), detailed);
        } catch (Exception failed) {
            if (failed instanceof SparkException) {
                model.explain(table);
            }
            throw failed;
        }
    }
}
