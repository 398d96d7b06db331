package io.kindling.spark.testing;

import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Functional;
import io.kindling.random.RandomKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A network with three inputs and rows for it: a vector that is mostly zero, the number of an item, a few measures. */
public final class WideAndDeep {
    public static final int WIDE = 40;
    public static final int ITEMS = 12;
    public static final int MEASURES = 3;

    public static final StructType SCHEMA = new StructType()
            .add("measures", new ArrayType(DataTypes.FloatType, false))
            .add("wide", SQLDataTypes.VectorType())
            .add("label", DataTypes.IntegerType)
            .add("item", DataTypes.LongType)
            .add("weight", DataTypes.DoubleType)
            .add("validates", DataTypes.BooleanType);

    /** How the vector of a row is given. */
    public enum Form {
        DENSE,
        SPARSE,
        EITHER
    }

    private WideAndDeep() {}

    /** The wide part sees the crossed features, the deep part what is known of the item, the measures go to both. */
    public static Functional network() {
        Node wide = Node.input("wide", WIDE);
        Node item = Node.input("item", 1);
        Node measures = Node.input("measures", MEASURES);
        Node known = Flatten.of().on(Embedding.of(ITEMS, 4).on(item));
        Node deep = Dense.of(6).activation("relu").on(Concatenate.of().on(known, measures));
        Node linear = Dense.of(4).on(wide);
        return Functional.of(
                List.of(wide, item, measures),
                Dense.of(2).activation("softmax").on(Concatenate.of().on(linear, deep)));
    }

    /** What the label depends on is spread over all three columns. */
    public static List<Row> rows(int count, Form form) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomKey key = RandomKey.of(1).with(i);
            double[] wide = new double[WIDE];
            int crossed = (int) (key.uniformAt(0) * WIDE);
            wide[crossed] = 1;
            wide[(crossed + 7) % WIDE] = key.gaussianAt(1);
            long item = (long) (key.uniformAt(2) * ITEMS);
            float[] measures = {(float) key.gaussianAt(3), 0, (float) key.gaussianAt(4)};
            int label = crossed % 2 + item % 3 + measures[0] > 1.5 ? 1 : 0;
            Vector vector = Vectors.dense(wide);
            boolean sparse = form == Form.SPARSE || form == Form.EITHER && i % 5 < 2;
            rows.add(RowFactory.create(
                    measures, sparse ? vector.toSparse() : vector, label, item, 1 + i % 3 / 2.0, i % 4 == 1));
        }
        return rows;
    }

    public static Dataset<Row> data(int count, Form form) {
        return LocalSpark.of(rows(count, form), SCHEMA, 3);
    }
}
