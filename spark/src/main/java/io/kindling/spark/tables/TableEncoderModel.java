package io.kindling.spark.tables;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.mllib.SingleFileReader;
import io.kindling.spark.mllib.SingleFileWriter;
import io.kindling.spark.params.HasHandleInvalid;
import io.kindling.spark.params.HasOutputCol;
import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Adds to a table the vector that {@link TableEncoder} has learned to make of its columns. All other columns stay as they
 * are; those that were not learned need not be there.
 */
public final class TableEncoderModel extends Model<TableEncoderModel>
        implements HasOutputCol<TableEncoderModel>, HasHandleInvalid<TableEncoderModel>, MLWritable {
    private static final long serialVersionUID = 1;
    private static final int LARGEST_FILE = 1 << 27;

    private final String uid;
    private final FittedTable table;

    TableEncoderModel(String uid, FittedTable table) {
        this.uid = uid;
        this.table = table;
        setDefault(outputCol(), "features");
        setDefault(handleInvalid(), Choice.KEEP);
    }

    @Override
    public String uid() {
        return uid;
    }

    /** The columns that were learned, in the order of their slots. */
    public List<FittedColumn> columns() {
        return table.columns();
    }

    /** What was left out or looks odd: sentences. */
    public List<String> notices() {
        return table.notices();
    }

    FittedTable table() {
        return table;
    }

    /** The time zone that timestamps are read in. */
    public String timeZone() {
        return table.zone();
    }

    /** How many numbers the vectors have. */
    public int numSlots() {
        return table.slots();
    }

    /** What was learned, a line for each column: its name, kind, slots, scales or values, and how many rows had none. */
    public String describe() {
        return table.describe();
    }

    @Override
    public String toString() {
        return "TableEncoderModel: uid=" + uid + ", " + table.describe();
    }

    /**
     * Adds the vector; computed when it is asked for.
     *
     * @throws KindlingException if a column that was learned is missing or of another kind, or if there is one of the
     *     vector's name
     */
    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        StructType schema = dataset.schema();
        StructField added = added();
        RowColumns.extended(schema, added);
        Column values = functions.struct(table.columns().stream()
                .map(column -> column.columnKind().read(TableSchema.field(schema, column), table.zone()))
                .toArray(Column[]::new));
        Dataset<Row> rows = dataset.toDF();
        if (getHandleInvalid().equals(Choice.SKIP)) {
            rows = rows.filter(functions
                    .udf(new EncodeFunction.IsValid(table.columns()), DataTypes.BooleanType)
                    .apply(values));
        }
        EncodeFunction encode =
                new EncodeFunction(table.columns(), getHandleInvalid().equals(Choice.ERROR));
        Column vector =
                functions.udf(encode, SQLDataTypes.VectorType()).asNonNullable().apply(values);
        return rows.select(functions.col("*"), vector.as(added.name(), added.metadata()));
    }

    private StructField added() {
        return new StructField(getOutputCol(), SQLDataTypes.VectorType(), false, table.metadata(getOutputCol()));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        table.columns().forEach(column -> TableSchema.field(schema, column));
        return RowColumns.extended(schema, added());
    }

    @Override
    public TableEncoderModel copy(ParamMap extra) {
        return copyValues(new TableEncoderModel(uid, table), extra).setParent(parent());
    }

    @Override
    public MLWriter write() {
        return new SingleFileWriter(this, SingleFileWriter.TABLE, TableJson.write(table));
    }

    public static MLReader<TableEncoderModel> read() {
        return new SingleFileReader<>(
                TableEncoderModel.class,
                SingleFileWriter.TABLE,
                LARGEST_FILE,
                (uid, json) -> new TableEncoderModel(uid, TableJson.read(json)));
    }

    public static TableEncoderModel load(String path) {
        return read().load(path);
    }
}
