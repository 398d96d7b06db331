package io.kindling.spark.tables;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.spark.params.HasHandleInvalid;
import io.kindling.spark.params.HasOutputCol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns how the columns of any table become one vector of numbers that a network can be trained on. The attributes of the
 * vector's column say slot by slot what it is: a number, 0 or 1, or the index of one of several values.
 *
 * <pre>{@code
 * TableEncoderModel encoder = new TableEncoder().setIgnoredCols("label").fit(train);
 * Dataset<Row> encoded = encoder.transform(test);
 * }</pre>
 *
 * <ul>
 *   <li>Numbers, of any numeric type: {@code (x - median) / (quartiles' distance / 1.349)}, at most a million either way, 0
 *       where there is none; then a slot {@code <column>_missing}, if training had holes. NaN and null are missing.
 *   <li>Texts: the index of one of the most frequent ones, of {@code __other__} or of {@code __missing__}; see
 *       {@link TextColumn}. The empty text is missing.
 *   <li>Booleans: 0 or 1; one of three values, if training had holes.
 *   <li>Dates and timestamps: year, month, day of the week, hour, days since the first date of training; what was the same
 *       in all rows of training is left out. The time zone is that of the session that trains, wherever it predicts.
 *   <li>Vectors and arrays of numbers: a slot for each element, scaled as numbers are; longer ones than 1000 stay sparse and
 *       are divided by their largest.
 * </ul>
 *
 * <p>Columns that say nothing are left out, and {@link TableEncoderModel#notices()} names them: those with a single value or
 * none, and texts that are almost all different.
 *
 * <p>Rows are read once, in memory that does not grow with them: up to 4096 numbers and 32768 different texts of a column are
 * known exactly, so that the result does not depend on partitions; of more, quantiles are off by at most a thousandth of
 * the rows, and the rarest texts are forgotten.
 */
public final class TableEncoder extends Estimator<TableEncoderModel>
        implements TableEncoderParams<TableEncoder>,
                HasOutputCol<TableEncoder>,
                HasHandleInvalid<TableEncoder>,
                DefaultParamsWritable {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(TableEncoder.class);

    private static final int MOST_CATEGORIES = 256;
    private static final int LEAST_COUNT = 2;

    private final String uid;

    public TableEncoder() {
        this(Identifiable.randomUID("tableEncoder"));
    }

    public TableEncoder(String uid) {
        this.uid = uid;
        setDefault(ignoredCols(), new String[0]);
        setDefault(outputCol(), "features");
        setDefault(maxCategories(), MOST_CATEGORIES);
        setDefault(minCategoryCount(), LEAST_COUNT);
        setDefault(handleInvalid(), Choice.KEEP);
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * Learns from the rows of a table.
     *
     * @throws KindlingException if a column is missing or of a type that has no encoding, if there are no rows, or if no
     *     column says anything
     */
    @Override
    public TableEncoderModel fit(Dataset<?> dataset) {
        StructType schema = dataset.schema();
        transformSchema(schema);
        List<StructField> fields = fields(schema);
        String zone = zone(dataset.sparkSession());
        TableSummary summary =
                SummaryJob.run(dataset, fields, zone, getHandleInvalid().equals(Choice.SKIP));
        requireGood(summary, fields);
        List<String> notices = new ArrayList<>(unknownNotices(schema));
        FittedTable table = learn(summary, fields, zone, notices);
        table.notices().forEach(LOG::warn);
        return copyValues(new TableEncoderModel(uid, table), ParamMap.empty()).setParent(this);
    }

    /** Under a name that any JVM knows. */
    private static String zone(SparkSession session) {
        return DateTimeUtils.getZoneId(session.conf().get("spark.sql.session.timeZone"))
                .getId();
    }

    private void requireGood(TableSummary summary, List<StructField> fields) {
        if (summary.rows() == 0) {
            throw new BadDataException(
                    getHandleInvalid().equals(Choice.SKIP)
                            ? "There are no rows to learn from: each has a missing value, and handleInvalid is skip."
                            : "There are no rows to learn from.");
        }
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            Optional<String> problem = summary.column(i).problem(name);
            if (problem.isPresent()) {
                throw new BadDataException(problem.get());
            }
            if (getHandleInvalid().equals(Choice.ERROR) && summary.column(i).missing() > 0) {
                throw new BadDataException(Learned.column(name) + " has "
                        + Texts.count(summary.column(i).missing(), "row")
                        + " without a value, and handleInvalid is error. Set it to keep or skip.");
            }
        }
    }

    private List<String> unknownNotices(StructType schema) {
        List<String> known = List.of(schema.fieldNames());
        return isDefined(inputCols())
                ? List.of()
                : Arrays.stream(getIgnoredCols())
                        .filter(name -> !known.contains(name))
                        .map(name -> Learned.column(name) + " of ignoredCols does not exist.")
                        .toList();
    }

    private FittedTable learn(TableSummary summary, List<StructField> fields, String zone, List<String> notices) {
        CategoryRules rules = new CategoryRules(getMaxCategories(), getMinCategoryCount());
        List<FittedColumn> columns = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Learned learned = summary.column(i).learn(fields.get(i), rules);
            learned.column().ifPresent(columns::add);
            notices.addAll(learned.notices());
        }
        if (columns.isEmpty()) {
            throw new BadDataException("No column says anything that could be learned. " + String.join(" ", notices));
        }
        return new FittedTable(summary.rows(), zone, columns, notices);
    }

    /** The columns that are learned, in their order. */
    private List<StructField> fields(StructType schema) {
        if (!isDefined(inputCols())) {
            Set<String> ignored = Set.copyOf(Arrays.asList(getIgnoredCols()));
            return Arrays.stream(schema.fields())
                    .filter(field -> !ignored.contains(field.name()))
                    .toList();
        }
        Set<String> names = new HashSet<>();
        for (String name : getInputCols()) {
            if (!names.add(name)) {
                throw new KindlingException("inputCols names the column '" + name + "' twice.");
            }
        }
        return Arrays.stream(getInputCols())
                .map(name -> TableSchema.field(schema, name))
                .toList();
    }

    @Override
    public StructType transformSchema(StructType schema) {
        List<StructField> fields = fields(schema);
        if (fields.isEmpty()) {
            throw new KindlingException("The table has no column to encode: inputCols and ignoredCols leave none.");
        }
        fields.forEach(ColumnKind::of);
        TableSchema.requireDifferent(fields);
        return RowColumns.extended(
                schema, new StructField(getOutputCol(), SQLDataTypes.VectorType(), false, TableSchema.NOTHING));
    }

    @Override
    public TableEncoder copy(ParamMap extra) {
        return copyValues(new TableEncoder(uid), extra);
    }

    @Override
    public MLWriter write() {
        return SparkMl.writer(this);
    }

    public static MLReader<TableEncoder> read() {
        return SparkMl.reader(TableEncoder.class, TableEncoder::new);
    }

    public static TableEncoder load(String path) {
        return read().load(path);
    }
}
