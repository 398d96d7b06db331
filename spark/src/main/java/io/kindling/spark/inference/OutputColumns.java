package io.kindling.spark.inference;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructField;

/** The columns a model adds to a row, and their values. */
public interface OutputColumns extends Serializable {

    /** The columns, in order. */
    List<StructField> fields();

    /**
     * Writes the values for one row.
     *
     * @param outputs what the network gave for a batch, row-major
     * @param logits the same before the activation of the last layer
     * @param start where the row starts in both
     * @param target receives one value per field, from {@code at} on
     */
    void write(float[] outputs, float[] logits, int start, Object[] target, int at);
}
