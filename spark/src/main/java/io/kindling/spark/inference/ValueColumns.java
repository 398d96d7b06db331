package io.kindling.spark.inference;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/** A regression's column: the predicted value, or a vector of several. */
public final class ValueColumns implements OutputColumns {
    private static final long serialVersionUID = 1;

    private final int outputs;
    private final String prediction;

    public ValueColumns(int outputs, String prediction) {
        this.outputs = outputs;
        this.prediction = prediction;
    }

    @Override
    public List<StructField> fields() {
        DataType type = outputs == 1 ? DataTypes.DoubleType : SQLDataTypes.VectorType();
        return List.of(new StructField(prediction, type, false, Metadata.empty()));
    }

    @Override
    public void write(float[] values, float[] logits, int start, Object[] target, int at) {
        if (outputs == 1) {
            target[at] = (double) values[start];
            return;
        }
        double[] several = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            several[i] = values[start + i];
        }
        target[at] = Vectors.dense(several);
    }
}
