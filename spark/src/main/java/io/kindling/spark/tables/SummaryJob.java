package io.kindling.spark.tables;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructField;
import scala.Tuple2;

/**
 * Summarizes all rows in one pass. Partitions are merged in their order, never in the order in which tasks end; many are
 * merged in groups of neighbours on executors first.
 */
final class SummaryJob {
    /** So many summaries are merged by one task, or by the driver. */
    private static final int GROUP = 16;

    private SummaryJob() {}

    /**
     * The summary of a table.
     *
     * @param zone where timestamps are read
     * @param skipsHoles whether rows in which something is missing are passed over
     */
    static TableSummary run(Dataset<?> dataset, List<StructField> fields, String zone, boolean skipsHoles) {
        Column[] columns = fields.stream()
                .map(field -> ColumnKind.of(field).read(field, zone))
                .toArray(Column[]::new);
        // Spark's own rows, as making others of them would take longer than what is learned of them.
        JavaPairRDD<Integer, byte[]> parts = dataset.select(columns)
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitionsWithIndex(
                        (index, rows) -> List.of(new Tuple2<>(
                                        index,
                                        TableSummary.of(fields, skipsHoles)
                                                .addAll(rows)
                                                .toBytes()))
                                .iterator(),
                        true)
                .mapToPair(part -> part);
        for (int count = parts.getNumPartitions(); count > GROUP; count = parts.getNumPartitions()) {
            parts = parts.partitionBy(new Neighbours((count + GROUP - 1) / GROUP))
                    .mapPartitionsToPair(SummaryJob::merged);
        }
        TableSummary all = TableSummary.of(fields, skipsHoles);
        for (byte[] part : parts.values().collect()) {
            all = all.merge(TableSummary.ofBytes(part));
        }
        return all;
    }

    /** One of many, in the order of their numbers. */
    static Iterator<Tuple2<Integer, byte[]>> merged(Iterator<Tuple2<Integer, byte[]>> parts) {
        TreeMap<Integer, byte[]> ordered = new TreeMap<>();
        parts.forEachRemaining(part -> ordered.put(part._1(), part._2()));
        List<byte[]> all = new ArrayList<>(ordered.values());
        TableSummary sum = TableSummary.ofBytes(all.get(0));
        for (byte[] next : all.subList(1, all.size())) {
            sum.merge(TableSummary.ofBytes(next));
        }
        return List.of(new Tuple2<>(ordered.firstKey() / GROUP, sum.toBytes())).iterator();
    }

    /** Neighbours go to one partition. */
    private static final class Neighbours extends Partitioner {
        private static final long serialVersionUID = 1;

        private final int groups;

        Neighbours(int groups) {
            this.groups = groups;
        }

        @Override
        public int numPartitions() {
            return groups;
        }

        @Override
        public int getPartition(Object part) {
            return (int) part / GROUP;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Neighbours neighbours && neighbours.groups == groups;
        }

        @Override
        public int hashCode() {
            return groups;
        }
    }
}
