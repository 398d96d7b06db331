package io.kindling.spark.inference;

import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/** All that a network gives for a row as one vector. */
public final class VectorColumn implements OutputColumns {
    private static final long serialVersionUID = 1;

    private final int outputs;
    private final String column;

    public VectorColumn(int outputs, String column) {
        this.outputs = outputs;
        this.column = column;
    }

    @Override
    public List<StructField> fields() {
        return List.of(new StructField(column, SQLDataTypes.VectorType(), false, Metadata.empty()));
    }

    @Override
    public void write(float[] values, float[] logits, int start, Object[] target, int at) {
        double[] vector = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            vector[i] = values[start + i];
        }
        target[at] = Vectors.dense(vector);
    }
}
