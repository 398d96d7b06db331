package io.kindling.spark.tables;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Of a column of texts: how often each occurs. Of too many different ones the rarest are forgotten, among equals the last in
 * the order of their bytes.
 */
final class TextSummary extends ColumnSummary {
    private static final long serialVersionUID = 1;

    /** So many different texts are counted exactly. */
    static final int MOST_DIFFERENT = 1 << 15;

    /** Longer ones are no categories. */
    static final int LONGEST = 1000;

    private static final Comparator<Map.Entry<UTF8String, long[]>> FREQUENT_FIRST = Comparator.comparing(
                    (Map.Entry<UTF8String, long[]> entry) -> -entry.getValue()[0])
            .thenComparing(Map.Entry::getKey);

    private Map<UTF8String, long[]> counts = new HashMap<>();
    private long present;
    private long longOnes;
    private boolean forgetful;

    @Override
    boolean isMissing(InternalRow row, int column) {
        return row.isNullAt(column) || row.getUTF8String(column).numBytes() == 0;
    }

    @Override
    void addValue(InternalRow row, int column) {
        UTF8String text = row.getUTF8String(column);
        present++;
        if (text.numBytes() > LONGEST) {
            longOnes++;
            return;
        }
        long[] count = counts.get(text);
        if (count == null) {
            count = new long[1];
            // The row's own text is overwritten by the next row.
            counts.put(text.copy(), count);
        }
        count[0]++;
        if (counts.size() > 2 * MOST_DIFFERENT) {
            forgetRareOnes();
        }
    }

    @Override
    void mergeValues(ColumnSummary next) {
        TextSummary texts = (TextSummary) next;
        texts.counts.forEach((text, count) -> counts.merge(text, count, (a, b) -> new long[] {a[0] + b[0]}));
        present += texts.present;
        longOnes += texts.longOnes;
        forgetful |= texts.forgetful;
        if (counts.size() > 2 * MOST_DIFFERENT) {
            forgetRareOnes();
        }
    }

    private void forgetRareOnes() {
        Map<UTF8String, long[]> frequent = new HashMap<>();
        List<Map.Entry<UTF8String, long[]>> entries =
                counts.entrySet().stream().sorted(FREQUENT_FIRST).toList();
        entries.subList(0, MOST_DIFFERENT).forEach(entry -> frequent.put(entry.getKey(), entry.getValue()));
        counts = frequent;
        forgetful = true;
    }

    @Override
    Learned learn(StructField field, CategoryRules rules) {
        String name = field.name();
        Map<String, Long> texts = new TreeMap<>();
        // Different bytes that are no UTF-8 can be the same text.
        counts.forEach((text, count) -> texts.merge(text.toString(), count[0], Long::sum));
        return new TextCounts(texts, present, longOnes, forgetful, missing()).learn(name, rules);
    }
}
