package io.kindling.spark.data;

import java.util.Arrays;
import org.apache.spark.rdd.DeterministicLevel;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.ExternalRDDScanExec;
import org.apache.spark.sql.execution.RDDScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeLike;
import org.apache.spark.sql.functions;
import scala.collection.JavaConverters;

/**
 * Settles the order of rows where Spark leaves it open: after a shuffle, such as {@code repartition} or a join, rows lie
 * in a partition in the order in which they happened to arrive, another one in every run and after every loss.
 */
final class RowOrder {

    private RowOrder() {}

    /** The same rows in the same partitions; if their order is open, in one that depends on their values alone. */
    static Dataset<Row> settled(Dataset<Row> rows) {
        SparkPlan plan = asPlanned(rows.queryExecution().executedPlan());
        if (!plan.outputOrdering().isEmpty() || !isOpen(plan)) {
            return rows;
        }
        Column[] columns =
                Arrays.stream(rows.columns()).map(RowColumns::exactly).toArray(Column[]::new);
        return rows.sortWithinPartitions(functions.xxhash64(columns));
    }

    /** An adaptive plan as it was before anything ran. */
    private static SparkPlan asPlanned(SparkPlan plan) {
        return plan instanceof AdaptiveSparkPlanExec adaptive ? adaptive.initialPlan() : plan;
    }

    private static boolean isOpen(SparkPlan plan) {
        if (plan instanceof InMemoryTableScanExec cached) {
            return isOpen(asPlanned(cached.relation().cachedPlan()));
        }
        if (plan instanceof RDDScanExec scan) {
            return isOpen(scan.rdd());
        }
        if (plan instanceof ExternalRDDScanExec<?> scan) {
            return isOpen(scan.rdd());
        }
        return plan instanceof ShuffleExchangeLike
                || JavaConverters.seqAsJavaList(plan.children()).stream().anyMatch(RowOrder::isOpen);
    }

    private static boolean isOpen(RDD<?> rdd) {
        return rdd.outputDeterministicLevel() != DeterministicLevel.DETERMINATE();
    }
}
