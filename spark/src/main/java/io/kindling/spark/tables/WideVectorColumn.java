package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.Row;

/**
 * A column of vectors of more than a thousand elements, which stay as sparse as they are: each element is divided by the
 * farthest from zero it was in training, and what is missing is 0. Its slots have no names.
 */
public final class WideVectorColumn extends FittedColumn {
    private static final long serialVersionUID = 1;

    private final double[] farthest;

    WideVectorColumn(String name, long missing, double[] farthest) {
        super(name, missing);
        this.farthest = farthest.clone();
    }

    @Override
    ColumnKind columnKind() {
        return ColumnKind.VECTOR;
    }

    @Override
    public String details() {
        return Texts.count(farthest.length, "element") + ", sparse, each divided by its largest";
    }

    @Override
    List<Attribute> attributes(SlotNames names) {
        return Collections.nCopies(farthest.length, NumericAttribute.defaultAttr());
    }

    @Override
    Optional<String> invalid(Row row, int column) {
        return missingIf(row.isNullAt(column));
    }

    @Override
    void write(Row row, int column, SlotSink sink, int slot) {
        if (row.isNullAt(column)) {
            return;
        }
        Elements vector = Elements.read(row, column);
        VectorColumn.requireLength(name(), farthest.length, vector.size());
        for (int i = 0; i < vector.active(); i++) {
            if (!Double.isNaN(vector.value(i))) {
                int index = vector.index(i);
                sink.set(slot + index, Scale.clipped(vector.value(i) / farthest[index]));
            }
        }
    }

    @Override
    void describe(ObjectNode json) {
        ArrayNode all = json.putArray("wide");
        for (double distance : farthest) {
            all.add(distance);
        }
    }

    static WideVectorColumn of(String name, long missing, ColumnJson json) {
        double[] farthest = json.positives("wide");
        if (farthest.length <= VectorSummary.NARROW || farthest.length > VectorSummary.LONGEST) {
            throw new KindlingException("needs from " + (VectorSummary.NARROW + 1) + " to " + VectorSummary.LONGEST
                    + " numbers as \"wide\".");
        }
        return new WideVectorColumn(name, missing, farthest);
    }
}
