package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.testing.LocalSpark;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** The fitted table does not depend on how rows are cut into partitions, nor on which task ends first. */
class TableEncoderPartitionsTest {
    private static final StructType SCHEMA = new StructType()
            .add("number", DataTypes.DoubleType)
            .add("mostly", DataTypes.DoubleType)
            .add("text", DataTypes.StringType)
            .add("boolean", DataTypes.BooleanType)
            .add("date", DataTypes.DateType)
            .add("vector", SQLDataTypes.VectorType());

    private static List<Row> rows(int count) {
        Random random = new Random(5);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(RowFactory.create(
                    random.nextInt(9) == 0 ? null : random.nextGaussian(),
                    random.nextInt(9) == 0 ? random.nextGaussian() : 0.0,
                    "text " + (int) (random.nextDouble() * random.nextDouble() * 99),
                    random.nextInt(9) == 0 ? null : random.nextBoolean(),
                    new Date(1_600_000_000_000L + random.nextInt()),
                    Vectors.dense(random.nextGaussian(), random.nextDouble())));
        }
        return rows;
    }

    private static String fitted(List<Row> rows, int partitions) {
        TableEncoderModel model = new TableEncoder().setMaxCategories(20).fit(LocalSpark.of(rows, SCHEMA, partitions));
        return new String(TableJson.write(model.table()), StandardCharsets.UTF_8);
    }

    @Test
    void partitionsDoNotMatter() {
        List<Row> rows = rows(2000);
        String one = fitted(rows, 1);
        for (int partitions : new int[] {3, 7, 40, 300}) {
            assertThat(fitted(rows, partitions)).as("%s partitions", partitions).isEqualTo(one);
        }
    }

    @Test
    void theSamePartitionsGiveTheSameTableWhereQuantilesAreNotExact() {
        List<Row> rows = rows(12_000);
        assertThat(fitted(rows, 20)).isEqualTo(fitted(rows, 20));
    }

    /** Spark hands them over as they come. */
    @Test
    void summariesAreMergedInTheOrderOfTheirPartitions() {
        LocalSpark.session();
        List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
        Random random = new Random(6);
        List<StructField> fields =
                List.of(new StructType().add("x", DataTypes.DoubleType).fields());
        for (int part = 0; part < 5; part++) {
            List<InternalRow> rows = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                rows.add(new GenericInternalRow(new Object[] {random.nextGaussian()}));
            }
            parts.add(new Tuple2<>(
                    part, TableSummary.of(fields, false).addAll(rows.iterator()).toBytes()));
        }
        byte[] inOrder = SummaryJob.merged(parts.iterator()).next()._2();
        Collections.shuffle(parts, random);
        assertThat(SummaryJob.merged(parts.iterator()).next()._2()).isEqualTo(inOrder);
    }
}
