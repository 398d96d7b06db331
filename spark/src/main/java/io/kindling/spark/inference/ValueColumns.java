package io.kindling.spark.inference;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/** A regression's column: the predicted value, or a vector of several. */
public final class ValueColumns implements OutputColumns {
    private static final long serialVersionUID = 1;

    private final int outputs;
    private final String prediction;
    private final VectorColumn several;

    public ValueColumns(int outputs, String prediction) {
        this.outputs = outputs;
        this.prediction = prediction;
        this.several = new VectorColumn(outputs, prediction);
    }

    @Override
    public List<StructField> fields() {
        return outputs == 1
                ? List.of(new StructField(prediction, DataTypes.DoubleType, false, Metadata.empty()))
                : several.fields();
    }

    @Override
    public void write(float[] values, float[] logits, int start, Object[] target, int at) {
        if (outputs == 1) {
            target[at] = (double) values[start];
            return;
        }
        several.write(values, logits, start, target, at);
    }
}
