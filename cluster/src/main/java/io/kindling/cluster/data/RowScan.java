package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** One pass over the rows of a table that checks the values of some of its columns. */
public final class RowScan {
    private final Map<String, ValueRule> rules = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();

    /**
     * Also checks a column.
     *
     * @param name of the column
     * @param said what messages call it
     */
    public RowScan column(String name, String said, ValueRule rule) {
        rules.put(name, rule);
        this.said.add(said);
        return this;
    }

    /**
     * Reads all rows.
     *
     * @return how many there are
     * @throws BadDataException for the first value that breaks a rule
     */
    public long requireGood(Dataset<Row> table) {
        List<String> names = new ArrayList<>(rules.keySet());
        List<String> inMessages = new ArrayList<>(said);
        List<ValueRule> inOrder = new ArrayList<>(rules.values());
        Column[] columns =
                names.stream().map(name -> ColumnNames.column(table, name)).toArray(Column[]::new);
        List<Tuple2<Long, String>> reports = table.select(columns)
                .javaRDD()
                .mapPartitions(rows -> List.of(check(rows, inMessages, inOrder)).iterator(), true)
                .collect();
        for (Tuple2<Long, String> report : reports) {
            if (!report._2().isEmpty()) {
                throw new BadDataException(report._2());
            }
        }
        return reports.stream().mapToLong(Tuple2::_1).sum();
    }

    /** The number of good rows, and what is wrong with the next one, if anything is. */
    private static Tuple2<Long, String> check(Iterator<Row> rows, List<String> names, List<ValueRule> rules) {
        long count = 0;
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                for (int i = 0; i < names.size(); i++) {
                    rules.get(i).require(names.get(i), row.get(i));
                }
                count++;
            }
        } catch (BadDataException bad) {
            return new Tuple2<>(count, bad.getMessage());
        }
        return new Tuple2<>(count, "");
    }
}
