package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.sql.Row;

/**
 * A column of texts: one slot with the index of the text. First come the texts that are told apart, in the order of their
 * characters, then {@link #OTHER} for rare and unseen ones and, where training had holes, {@link #MISSING} for those without
 * any. The empty text counts as missing; where training had no holes, what is missing is {@link #OTHER}.
 */
public final class TextColumn extends FittedColumn {
    private static final long serialVersionUID = 1;

    /** The value of rare and unseen texts. */
    public static final String OTHER = "__other__";
    /** The value where there is none. */
    public static final String MISSING = "__missing__";

    /** As many as a line of text has room for. */
    private static final int DESCRIBED = 8;

    /** By text: its place. */
    private final HashMap<String, Integer> places = new HashMap<>();

    private final ArrayList<String> values = new ArrayList<>();
    private final long[] counts;
    private final long other;

    private TextColumn(String name, long missing, SortedMap<String, Long> counts, long other) {
        super(name, missing);
        this.counts = counts.values().stream().mapToLong(count -> count).toArray();
        this.other = other;
        counts.keySet().forEach(value -> {
            places.put(value, values.size());
            values.add(value);
        });
        values.add(OTHER);
        if (hasHoles()) {
            values.add(MISSING);
        }
    }

    /**
     * A column.
     *
     * @param counts how often each text that is told apart occurred
     * @param other how many rows had another one
     */
    static TextColumn of(String name, long missing, SortedMap<String, Long> counts, long other) {
        return new TextColumn(name, missing, counts, other);
    }

    /** The values its slot has names for, in their order. */
    public List<String> values() {
        return List.copyOf(values);
    }

    @Override
    ColumnKind columnKind() {
        return ColumnKind.TEXT;
    }

    @Override
    public String details() {
        List<String> described = new ArrayList<>();
        for (int i = 0; i < Math.min(counts.length, DESCRIBED); i++) {
            described.add(Excerpt.of(values.get(i), Excerpt.QUOTATION / 2) + " (" + Texts.count(counts[i]) + ")");
        }
        if (counts.length > DESCRIBED) {
            described.add(Texts.count(counts.length - (long) DESCRIBED) + " more");
        }
        described.add("other (" + Texts.count(other) + ")");
        return described.stream().collect(Collectors.joining(", "));
    }

    @Override
    List<Attribute> attributes(SlotNames names) {
        return List.of(nominal(names.of(name()), values));
    }

    private static boolean isMissing(Row row, int column) {
        return row.isNullAt(column) || row.getString(column).isEmpty();
    }

    @Override
    Optional<String> invalid(Row row, int column) {
        if (isMissing(row, column)) {
            return missingIf(true);
        }
        // Where rare texts have no place of their own, one that was never seen cannot be told from them.
        return other > 0 || places.containsKey(row.getString(column))
                ? Optional.empty()
                : unseen(row.getString(column));
    }

    @Override
    void write(Row row, int column, SlotSink sink, int slot) {
        int place;
        if (isMissing(row, column)) {
            // The last one: for what is missing, or for what is other.
            place = values.size() - 1;
        } else {
            place = places.getOrDefault(row.getString(column), counts.length);
        }
        sink.set(slot, place);
    }

    @Override
    void describe(ObjectNode json) {
        ArrayNode texts = json.putArray("values");
        ArrayNode numbers = json.putArray("counts");
        for (int i = 0; i < counts.length; i++) {
            texts.add(values.get(i));
            numbers.add(counts[i]);
        }
        json.put("other", other);
    }

    static TextColumn of(String name, long missing, ColumnJson json) {
        List<String> texts = json.texts("values");
        List<Long> counts = json.counts("counts");
        SortedMap<String, Long> all = new TreeMap<>();
        for (int i = 0; i < Math.min(texts.size(), counts.size()); i++) {
            all.put(texts.get(i), counts.get(i));
        }
        if (!texts.equals(List.copyOf(all.keySet())) || counts.size() != texts.size() || isReserved(all)) {
            throw new KindlingException(
                    "needs different texts in the order of their characters as \"values\", and as many \"counts\".");
        }
        return new TextColumn(name, missing, all, json.count("other"));
    }

    private static boolean isReserved(Map<String, Long> texts) {
        return texts.containsKey(OTHER) || texts.containsKey(MISSING) || texts.containsKey("");
    }
}
