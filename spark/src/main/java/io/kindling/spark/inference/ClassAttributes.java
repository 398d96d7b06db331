package io.kindling.spark.inference;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.types.Metadata;

/** What the ML attributes of a classifier's columns say of its classes: how many there are, and their names where known. */
public final class ClassAttributes implements Serializable {
    /** Nothing, before it is known how many there are. */
    public static final ClassAttributes NONE = new ClassAttributes(0, List.of());

    private static final long serialVersionUID = 1;

    private final int classes;
    private final String[] names;

    private ClassAttributes(int classes, List<String> names) {
        this.classes = classes;
        this.names = names.toArray(String[]::new);
    }

    /**
     * Of so many classes.
     *
     * @param names one per class, or none
     */
    public static ClassAttributes of(int classes, List<String> names) {
        return new ClassAttributes(classes, names.size() == classes ? names : List.of());
    }

    /** Of a column that holds the index of a class. */
    Metadata ofIndex(String column) {
        if (classes == 0) {
            return Metadata.empty();
        }
        NominalAttribute attribute = NominalAttribute.defaultAttr().withName(column);
        return (names.length == 0 ? attribute.withNumValues(classes) : attribute.withValues(names)).toMetadata();
    }

    /** Of a column of vectors with a number for each class. */
    Metadata ofVector(String column) {
        if (classes == 0) {
            return Metadata.empty();
        }
        if (names.length == 0) {
            return new AttributeGroup(column, classes).toMetadata();
        }
        Attribute[] attributes = new Attribute[classes];
        for (int i = 0; i < classes; i++) {
            attributes[i] = NumericAttribute.defaultAttr().withName(names[i]);
        }
        return new AttributeGroup(column, attributes).toMetadata();
    }
}
