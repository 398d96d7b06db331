package io.kindling.cluster.model;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.cells.MissingTexts;
import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.Features;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Pick;
import io.kindling.cluster.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is taken from a table to train on, under names that stages can read.
 *
 * @param table the table
 * @param features the columns of features
 * @param label the column of labels
 * @param target what is to be predicted
 * @param missing the texts that stand for missing cells
 */
public record Selection(Table table, List<Pick> features, Pick label, Target target, MissingTexts missing) {

    /**
     * Takes the columns as the types that were found in them.
     *
     * @param encode whether they are to be encoded, and not put into a vector as they are
     */
    public static Selection of(Table table, Features columns, Target target, MissingTexts missing, boolean encode) {
        List<String> names = new ArrayList<>(columns.columns());
        names.add(target.column());
        Map<String, String> given = ColumnNames.forStages(names);
        List<Pick> picks = columns.columns().stream()
                .map(column -> new Pick(column, given.get(column), table.type(column)))
                .toList();
        return new Selection(
                table,
                encode ? Bundles.of(picks) : picks,
                target.pick(target.column(), given.get(target.column())),
                target,
                missing);
    }

    /** What the stages call the columns of features. */
    String[] names() {
        return features.stream().map(Pick::holder).distinct().toArray(String[]::new);
    }

    /** The rows with a label. */
    public Dataset<Row> rows() {
        List<Pick> picks = new ArrayList<>(features);
        picks.add(label);
        return Labels.present(table.rows(picks, Passing.NONE), label.name(), target.counts());
    }

    /**
     * What rows that are to be predicted need.
     *
     * @param learned the names of the columns that are not left out
     */
    KnownColumns known(Set<String> learned) {
        Map<String, CellType> types = new LinkedHashMap<>();
        Map<String, String> bundles = new LinkedHashMap<>();
        features.stream().filter(pick -> learned.contains(pick.holder())).forEach(pick -> {
            types.put(pick.name(), pick.type().general());
            if (!pick.bundle().isEmpty()) {
                bundles.put(pick.name(), pick.bundle());
            }
        });
        return new KnownColumns(types, bundles, Optional.of(target.column()), missing);
    }

    /** What a person should know of these columns. */
    public List<String> notices() {
        List<String> notices = new ArrayList<>(table.notices(features));
        notices.addAll(Labels.notices(target.column(), target.counts()));
        return notices;
    }

    /** Whether the features are one vector already. */
    boolean isVector() {
        return features.size() == 1 && features.get(0).type().kind() == Kind.OTHER;
    }
}
