package io.kindling.spark.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.types.StructField;

/**
 * One element of a column of vectors: what it is called and what it means.
 *
 * @param name empty, if it has none
 * @param meaning of its values
 * @param values of a nominal one, none if they are not known
 * @param scale of a number; categories are left as they are
 */
record Element(String name, Meaning meaning, List<String> values, Scale scale) implements Serializable {
    /** MLlib's kinds of attributes. */
    enum Meaning {
        NUMERIC,
        BINARY,
        NOMINAL
    }

    private static final Element UNKNOWN = new Element("", Meaning.NUMERIC, List.of(), Scale.NONE);
    /** More values than this are not listed. */
    private static final int MOST_VALUES = 10_000;

    Element {
        values = List.copyOf(values);
    }

    /** The elements of vectors of a length, as far as their column says what they are. */
    static List<Element> of(StructField field, int size) {
        if (field.dataType() instanceof org.apache.spark.sql.types.ArrayType) {
            return Collections.nCopies(size, UNKNOWN);
        }
        AttributeGroup group = AttributeGroup.fromStructField(field);
        if (group.attributes().isEmpty() || group.size() != size) {
            return Collections.nCopies(size, UNKNOWN);
        }
        List<Element> elements = new ArrayList<>();
        for (Attribute attribute : group.attributes().get()) {
            elements.add(of(attribute));
        }
        return elements;
    }

    private static Element of(Attribute attribute) {
        String name = attribute.name().isDefined() ? attribute.name().get() : "";
        if (attribute instanceof NominalAttribute nominal) {
            return new Element(name, Meaning.NOMINAL, values(nominal), Scale.NONE);
        }
        return new Element(
                name, attribute instanceof BinaryAttribute ? Meaning.BINARY : Meaning.NUMERIC, List.of(), Scale.NONE);
    }

    private static List<String> values(NominalAttribute nominal) {
        if (nominal.values().isDefined()) {
            return List.of(nominal.values().get());
        }
        int known = nominal.getNumValues().isDefined()
                ? (int) nominal.getNumValues().get()
                : 0;
        return known > MOST_VALUES
                ? List.of()
                : IntStream.range(0, known).mapToObj(Integer::toString).toList();
    }

    boolean isCategory() {
        return meaning != Meaning.NUMERIC;
    }

    /** With the scale of what was seen of it. */
    Element scaled(NumberSummary seen) {
        return isCategory() ? this : new Element(name, meaning, values, seen.scale());
    }

    /** The attribute of its slot. */
    Attribute attribute(String slot) {
        return switch (meaning) {
            case NUMERIC -> NumericAttribute.defaultAttr().withName(slot);
            case BINARY -> BinaryAttribute.defaultAttr().withName(slot);
            case NOMINAL ->
                values.isEmpty() ? NominalAttribute.defaultAttr().withName(slot) : FittedColumn.nominal(slot, values);
        };
    }
}
