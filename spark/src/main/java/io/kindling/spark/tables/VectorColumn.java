package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.sql.Row;

/**
 * A column of vectors or arrays: a slot for each element. Numbers are scaled; what the column's attributes call nominal or
 * binary stays as it is. Elements that are missing are 0.
 */
public final class VectorColumn extends FittedColumn {
    private static final long serialVersionUID = 1;

    private final Element[] elements;

    VectorColumn(String name, long missing, List<Element> elements) {
        super(name, missing);
        this.elements = elements.toArray(Element[]::new);
    }

    @Override
    ColumnKind columnKind() {
        return ColumnKind.VECTOR;
    }

    @Override
    public String details() {
        long categories = Arrays.stream(elements).filter(Element::isCategory).count();
        return Texts.count(elements.length, "element") + ", each with a scale of its own"
                + (categories > 0 ? ", " + Texts.count(categories) + " of them categories" : "");
    }

    @Override
    List<Attribute> attributes(SlotNames names) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < elements.length; i++) {
            String own = elements[i].name();
            attributes.add(
                    elements[i].attribute(own.isEmpty() ? names.of(name(), Integer.toString(i)) : names.of(own)));
        }
        return withMissing(names, attributes);
    }

    @Override
    Optional<String> invalid(Row row, int column) {
        return missingIf(row.isNullAt(column) || Elements.read(row, column).hasHole());
    }

    @Override
    void write(Row row, int column, SlotSink sink, int slot) {
        boolean hasHole = row.isNullAt(column);
        double[] values = {};
        if (!hasHole) {
            values = Elements.read(row, column).toArray();
            requireLength(name(), elements.length, values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                hasHole = true;
            } else {
                sink.set(slot + i, elements[i].scale().apply(values[i]));
            }
        }
        writeMissing(hasHole, sink, slot + elements.length);
    }

    /** Refuses vectors of another length than those of training. */
    static void requireLength(String name, int needed, int received) {
        if (needed != received) {
            throw new BadDataException(Learned.column(name) + " must have vectors of " + needed
                    + " elements, as in training. Received: " + received + ".");
        }
    }

    @Override
    void describe(ObjectNode json) {
        ArrayNode all = json.putArray("elements");
        for (Element element : elements) {
            ObjectNode one = all.addObject()
                    .put("name", element.name())
                    .put("meaning", element.meaning().name());
            if (!element.values().isEmpty()) {
                element.values().forEach(one.putArray("values")::add);
            }
            ColumnJson.put(one, "scale", element.scale());
        }
    }

    static VectorColumn of(String name, long missing, ColumnJson json) {
        List<Element> elements = new ArrayList<>();
        for (ColumnJson element : json.objects("elements")) {
            elements.add(new Element(
                    element.text("name"),
                    meaning(element.text("meaning")),
                    element.has("values") ? element.texts("values") : List.of(),
                    element.scale("scale")));
        }
        if (elements.isEmpty() || elements.size() > VectorSummary.NARROW) {
            throw new KindlingException("needs from 1 to " + VectorSummary.NARROW + " \"elements\".");
        }
        return new VectorColumn(name, missing, elements);
    }

    private static Element.Meaning meaning(String text) {
        return Arrays.stream(Element.Meaning.values())
                .filter(meaning -> meaning.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new KindlingException("has an unknown \"meaning\": " + Excerpt.of(text)));
    }
}
