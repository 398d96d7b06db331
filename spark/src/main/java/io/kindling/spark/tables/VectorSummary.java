package io.kindling.spark.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/** Of a column of vectors: of each element, or, in wide ones, how far each is from zero. */
final class VectorSummary extends ColumnSummary {
    private static final long serialVersionUID = 1;

    /** A vector that is longer is wide. */
    static final int NARROW = 1000;
    /** Longer ones would make the fitted table too large. */
    static final int LONGEST = 1 << 20;

    private static final int UNKNOWN = -1;

    private final boolean isArray;
    private int size = UNKNOWN;
    private NumberSummary[] elements = {};
    private double[] farthest = {};
    /** A length other than that of the first one. */
    private int otherSize = UNKNOWN;

    VectorSummary(boolean isArray) {
        this.isArray = isArray;
    }

    @Override
    boolean isMissing(InternalRow row, int column) {
        return row.isNullAt(column) || hasHole(Elements.read(row, column, isArray));
    }

    private static boolean hasHole(Elements vector) {
        return vector.size() <= NARROW && vector.hasHole();
    }

    @Override
    void add(InternalRow row, int column) {
        if (row.isNullAt(column)) {
            addMissing();
        } else {
            addValue(row, column);
        }
    }

    @Override
    void addValue(InternalRow row, int column) {
        Elements vector = Elements.read(row, column, isArray);
        if (size == UNKNOWN) {
            begin(vector.size());
        }
        if (vector.size() != size) {
            otherSize = otherSize == UNKNOWN ? vector.size() : otherSize;
            return;
        }
        if (hasHole(vector)) {
            addMissing();
        }
        if (size <= NARROW) {
            addNarrow(vector.toArray());
        } else {
            addWide(vector);
        }
    }

    private void begin(int length) {
        size = length;
        elements = new NumberSummary[length <= NARROW ? length : 0];
        Arrays.setAll(elements, i -> new NumberSummary());
        farthest = new double[length > NARROW && length <= LONGEST ? length : 0];
    }

    private void addNarrow(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                elements[i].add(values[i]);
            }
        }
    }

    private void addWide(Elements vector) {
        for (int i = 0; i < vector.active() && size <= LONGEST; i++) {
            double distance = Math.abs(vector.value(i));
            if (distance > farthest[vector.index(i)] && distance <= Double.MAX_VALUE) {
                farthest[vector.index(i)] = distance;
            }
        }
    }

    @Override
    void mergeValues(ColumnSummary next) {
        VectorSummary vectors = (VectorSummary) next;
        if (size == UNKNOWN) {
            size = vectors.size;
            elements = vectors.elements;
            farthest = vectors.farthest;
        } else if (vectors.size == size) {
            for (int i = 0; i < elements.length; i++) {
                elements[i].merge(vectors.elements[i]);
            }
            for (int i = 0; i < farthest.length; i++) {
                farthest[i] = Math.max(farthest[i], vectors.farthest[i]);
            }
        } else if (vectors.size != UNKNOWN && otherSize == UNKNOWN) {
            otherSize = vectors.size;
        }
        otherSize = otherSize == UNKNOWN ? vectors.otherSize : otherSize;
    }

    @Override
    Optional<String> problem(String name) {
        if (otherSize != UNKNOWN) {
            return Optional.of(Learned.column(name) + " must have vectors of one length. It has some of " + size
                    + " elements and some of " + otherSize + ".");
        }
        return size > LONGEST
                ? Optional.of(Learned.column(name) + " has vectors of " + Texts.count(size) + " elements; at most "
                        + Texts.count(LONGEST) + " can be encoded. Name it in ignoredCols.")
                : Optional.empty();
    }

    @Override
    Learned learn(StructField field, CategoryRules rules) {
        String name = field.name();
        if (size == UNKNOWN) {
            return Learned.allMissing(name);
        } else if (size == 0) {
            return Learned.leftOut(name, "its vectors are empty.");
        }
        List<Element> attributes = Element.of(field, size);
        if (size > NARROW) {
            double[] scales = farthest.clone();
            for (int i = 0; i < size; i++) {
                scales[i] = scales[i] == 0 || attributes.get(i).isCategory() ? 1 : scales[i];
            }
            return Learned.kept(new WideVectorColumn(name, missing(), scales));
        }
        List<Element> scaled = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            scaled.add(attributes.get(i).scaled(elements[i]));
        }
        return Learned.kept(new VectorColumn(name, missing(), scaled));
    }
}
