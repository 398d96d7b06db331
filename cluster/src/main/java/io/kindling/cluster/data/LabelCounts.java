package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.cells.MissingTexts;
import io.kindling.cluster.cells.Numerals;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;
import org.apache.spark.sql.Row;

/** How often each label stands in a table, as a text. Those of its parts are added up in any order. */
public final class LabelCounts implements Serializable {
    /** More different labels are not told apart. */
    static final int MOST = 100_000;

    /** As many are never taken for a mistake. */
    private static final int FEW_CLASSES = 100;

    private static final long serialVersionUID = 1;

    private final HashMap<String, Long> counts = new HashMap<>();
    private long rows;
    private long unlabelled;
    private boolean tooMany;
    /** Texts such as NA among numbers, which are no labels. */
    private List<String> noLabels = new ArrayList<>();

    private final boolean decimalComma;

    private LabelCounts(boolean decimalComma) {
        this.decimalComma = decimalComma;
    }

    /** Counts the labels of a table. */
    public static LabelCounts of(Table table, String column) {
        Pick label = new Pick(column, "label", CellType.of(Kind.TEXT));
        boolean decimalComma = table.hasDecimalCommas();
        LabelCounts counts = table.rows(List.of(label), Passing.NONE)
                .javaRDD()
                .mapPartitions(rows -> List.of(count(rows, decimalComma)).iterator())
                .treeAggregate(new LabelCounts(decimalComma), LabelCounts::plus, LabelCounts::plus);
        return counts.withoutTextsForMissing();
    }

    private static LabelCounts count(Iterator<Row> rows, boolean decimalComma) {
        LabelCounts counts = new LabelCounts(decimalComma);
        rows.forEachRemaining(row -> counts.add(row.getString(0), 1));
        return counts;
    }

    private void add(String label, long times) {
        rows += times;
        if (label == null) {
            unlabelled += times;
        } else if (counts.size() < MOST || counts.containsKey(label)) {
            counts.merge(label, times, Long::sum);
        } else {
            tooMany = true;
        }
    }

    private LabelCounts plus(LabelCounts other) {
        other.counts.forEach(this::add);
        rows += other.rows
                - other.counts.values().stream().mapToLong(Long::longValue).sum();
        unlabelled += other.unlabelled;
        tooMany |= other.tooMany;
        return this;
    }

    /** Where all other labels are numbers, NA and the like are no labels. */
    private LabelCounts withoutTextsForMissing() {
        List<String> texts = counts.keySet().stream()
                .filter(label -> Double.isNaN(number(label)))
                .toList();
        boolean allMissing = texts.stream().allMatch(MissingTexts.usual()::standsForMissing);
        if (allMissing && texts.size() < counts.size()) {
            texts.forEach(text -> unlabelled += counts.remove(text));
            noLabels = new ArrayList<>(texts);
        }
        return this;
    }

    private double number(String label) {
        return Numerals.parse(label, decimalComma);
    }

    private boolean all(DoublePredicate rule) {
        return counts.keySet().stream().mapToDouble(this::number).allMatch(rule);
    }

    /** Texts that were found among numbers and stand for a missing one. */
    public List<String> noLabels() {
        return List.copyOf(noLabels);
    }

    /** The different labels, numbers by their value, others by the alphabet. */
    public List<String> labels() {
        List<String> labels = new ArrayList<>(counts.keySet());
        Comparator<String> byText = Comparator.naturalOrder();
        labels.sort(
                areNumbers() ? Comparator.<String>comparingDouble(this::number).thenComparing(byText) : byText);
        return labels;
    }

    /** How many rows have each label. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** Whether there are more different labels than are told apart. */
    public boolean areTooMany() {
        return tooMany;
    }

    /** Rows with a label. */
    public long labelled() {
        return rows - unlabelled;
    }

    /** Rows without one. */
    public long unlabelled() {
        return unlabelled;
    }

    /** Whether a label is a number. */
    public boolean isNumber(String label) {
        return !Double.isNaN(number(label));
    }

    /** Whether two labels are the same number. */
    public boolean isSame(String one, String other) {
        return number(one) == number(other);
    }

    /** Whether all labels are numbers. */
    public boolean areNumbers() {
        return !counts.isEmpty() && all(number -> !Double.isNaN(number));
    }

    /** Whether all labels are whole numbers, {@code 1.0} too. */
    public boolean areWhole() {
        return areNumbers() && all(number -> number == Math.rint(number));
    }

    /** Whether all labels are class indices: 0, 1, 2 and so on, not many more than there are rows. */
    public boolean areIndices() {
        double most = Math.max(FEW_CLASSES, rows);
        return areWhole() && all(number -> number >= 0 && number < most);
    }
}
