package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellReader;
import io.kindling.cluster.cells.CellType;
import io.kindling.spark.data.BadDataException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of CSV, of which Spark would pass over much in silence. All cells are looked at in one pass, which decides what each
 * column is and finds what is odd.
 */
final class CsvTable implements Table {
    private final SparkSession spark;
    private final CsvSource source;
    private final JavaRDD<String[]> records;
    private final CellReader reader;
    private final CsvFindings findings;
    private final CellType[] types;

    private CsvTable(
            SparkSession spark, CsvSource source, JavaRDD<String[]> records, CellReader reader, CsvFindings findings) {
        this.spark = spark;
        this.source = source;
        this.records = records;
        this.reader = reader;
        this.findings = findings;
        this.types = new CellType[source.columns()];
        Arrays.setAll(types, findings.facts()::type);
    }

    /**
     * Opens a file and looks through it.
     *
     * @throws BadDataException if the header or a row is odd
     */
    static CsvTable open(SparkSession spark, InputPath path, CsvSettings settings) throws IOException {
        Configuration configuration = spark.sparkContext().hadoopConfiguration();
        CsvSource source = CsvSource.of(path, settings, configuration);
        ZoneId zone = settings.zone().orElseGet(() -> ZoneId.of(spark.conf().get("spark.sql.session.timeZone")));
        CellReader reader = new CellReader(settings.missing(), source.delimiter() == ';', zone);
        int columns = source.columns();
        JavaRDD<String[]> records = source.records(spark);
        CsvFindings findings = records.mapPartitions(
                        rows -> List.of(findings(rows, columns, reader)).iterator())
                .treeAggregate(new CsvFindings(columns), CsvFindings::plus, CsvFindings::plus);
        if (findings.longRows() > 0) {
            throw source.longRow(configuration);
        }
        if (findings.undecoded() > 0 && settings.encoding().isEmpty()) {
            throw CsvHead.notOf(path.text(), settings.encoding());
        }
        return new CsvTable(spark, source, records, reader, findings);
    }

    private static CsvFindings findings(Iterator<String[]> rows, int columns, CellReader reader) {
        CsvFindings findings = new CsvFindings(columns);
        rows.forEachRemaining(row -> findings.add(row, reader));
        return findings;
    }

    @Override
    public StructType schema() {
        StructType schema = new StructType();
        for (int i = 0; i < types.length; i++) {
            schema = schema.add(source.header().names().get(i), types[i].kind().type());
        }
        return schema;
    }

    @Override
    public CellType type(String column) {
        return types[place(column)];
    }

    private int place(String column) {
        return source.header().names().indexOf(column);
    }

    @Override
    public boolean isEmpty() {
        return findings.facts().rows() == 0;
    }

    @Override
    public boolean hasDecimalCommas() {
        return source.delimiter() == ';';
    }

    @Override
    public Dataset<Row> rows(List<Pick> picks, Passing passing) {
        StructType schema = new StructType();
        for (List<Pick> held : Pick.byHolder(picks)) {
            schema = schema.add(held.get(0).holder(), Pick.typeOf(held));
        }
        CsvPicker picker = new CsvPicker(source.header().names(), picks, passing, reader);
        if (passing != Passing.NONE) {
            schema = schema.add(PASSED, picker.passed(), false);
        }
        JavaRDD<InternalRow> rows = records.map(picker);
        return spark.internalCreateDataFrame(rows.rdd(), schema, false);
    }

    @Override
    public List<String> notices(List<Pick> picks) {
        Stream<String> cells = new CellNotices(source.header().names(), findings.facts()).of(picks).stream();
        long rows = findings.shortRows();
        Stream<String> cut = rows == 0
                ? Stream.empty()
                : Stream.of(rows + (rows == 1 ? " row has" : " rows have")
                        + " fewer cells than the header; those at the end count as missing.");
        return Stream.concat(cut, cells).toList();
    }
}
