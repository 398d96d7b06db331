package io.kindling.cluster.model;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.cells.Numerals;
import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.LabelCounts;
import io.kindling.cluster.data.Pick;
import io.kindling.cluster.data.ValueRule;
import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.Arrays;
import java.util.List;

/**
 * What a network is to predict.
 *
 * @param column of labels, as the table names it
 * @param task classification or regression
 * @param labels the names of the classes, by their indices; none for a regression
 * @param indexed whether the column holds indices of classes, which need no names
 * @param counts how often each label stands in the table
 */
public record Target(String column, Task task, List<String> labels, boolean indexed, LabelCounts counts) {
    /** As many different whole numbers are classes rather than amounts. */
    private static final int MOST_CLASSES = 30;

    /** Up to here whole numbers are classes even where most rows have one of their own. */
    private static final int FEW_CLASSES = 10;

    /** With fewer rows, it is no wonder if each has another label. */
    private static final int FEW_ROWS = 10;

    /**
     * Looks at the labels.
     *
     * @param asked what is to be learned
     * @param indices whether labels that are indices of classes are taken as such
     * @throws BadDataException if the labels are none for it
     */
    public static Target of(String column, Task asked, LabelCounts counts, boolean indices) {
        if (counts.labelled() == 0) {
            throw none(column);
        }
        Task task = asked == Task.AUTO ? guess(counts) : asked;
        if (task == Task.REGRESSION) {
            requireNumbers(column, counts);
            return new Target(column, task, List.of(), false, counts);
        }
        List<String> labels = counts.labels();
        requireClasses(column, labels, counts);
        return new Target(column, task, labels, indices && counts.areIndices(), counts);
    }

    private static Task guess(LabelCounts counts) {
        int different = counts.labels().size();
        boolean few = different <= MOST_CLASSES && (different <= FEW_CLASSES || different * 2L <= counts.labelled());
        boolean amounts = counts.areNumbers() && !(counts.areWhole() && few && !counts.areTooMany());
        return amounts ? Task.REGRESSION : Task.CLASSIFICATION;
    }

    private static void requireNumbers(String column, LabelCounts counts) {
        if (!counts.areNumbers()) {
            String text = counts.labels().stream()
                    .filter(label -> !counts.isNumber(label))
                    .findFirst()
                    .orElseThrow();
            throw new BadDataException("The column '" + column + "' must hold numbers for a regression. Received: '"
                    + Excerpt.of(text) + "'.");
        }
    }

    private static void requireClasses(String column, List<String> labels, LabelCounts counts) {
        if (labels.size() < 2) {
            throw new BadDataException("The column '" + column + "': a label needs at least two classes, which are at"
                    + " least two different labels to tell apart. Received only: " + Excerpt.of(labels.get(0)) + ".");
        }
        boolean tooMany = counts.areTooMany() || labels.size() == counts.labelled() && counts.labelled() > FEW_ROWS;
        if (tooMany) {
            throw new BadDataException("The column '" + column + "' tells no classes apart, as "
                    + (counts.areTooMany()
                            ? "there are more than " + labels.size() + " different labels"
                            : "every row has a label of its own")
                    + (counts.areNumbers() ? "; numbers are learned by --task regression." : "."));
        }
    }

    /** How labels are read: as texts where classes have names, else as numbers. */
    Pick pick(String from, String name) {
        return new Pick(from, name, CellType.of(isClassification() && !indexed ? Kind.TEXT : Kind.NUMBER));
    }

    /** Whether there are classes. */
    public boolean isClassification() {
        return task == Task.CLASSIFICATION;
    }

    /** How many classes a network that is made for these labels tells apart. */
    public int classes() {
        return indexed ? (int) Double.parseDouble(labels.get(labels.size() - 1)) + 1 : labels.size();
    }

    /**
     * The index of a class.
     *
     * @throws KindlingException naming the classes there are, if it is none of them
     */
    public int indexOf(String label) {
        int place = labels.indexOf(label);
        for (int i = 0; place < 0 && i < labels.size(); i++) {
            boolean same = Numerals.isNumber(label) && counts.isSame(labels.get(i), label);
            place = same ? i : place;
        }
        if (place < 0) {
            throw new KindlingException("There is no class '" + Excerpt.of(label) + "' in the column '" + column
                    + "'. There are: " + ColumnNames.list(labels) + ".");
        }
        return indexed ? (int) Double.parseDouble(labels.get(place)) : place;
    }

    /** Factors with which all classes count alike: all rows / (classes · rows of the class). */
    public double[] balancedWeights() {
        double[] weights = new double[classes()];
        Arrays.fill(weights, 1);
        counts.counts()
                .forEach(
                        (label, rows) -> weights[indexOf(label)] = counts.labelled() / ((double) labels.size() * rows));
        return weights;
    }

    /**
     * Refuses labels of other rows that cannot be compared with predictions.
     *
     * @throws BadDataException naming the label
     */
    void requireComparable(LabelCounts others) {
        if (others.labelled() == 0) {
            throw none(column);
        }
        if (!isClassification()) {
            requireNumbers(column, others);
        } else if (!indexed) {
            others.labels().stream()
                    .filter(label ->
                            !(counts.isNumber(label) && labels.stream().anyMatch(known -> counts.isSame(known, label))))
                    .forEach(label -> ValueRule.oneOf(labels).require(column, label));
        }
    }

    private static BadDataException none(String column) {
        return new BadDataException("The column '" + column + "' has no label in any row.");
    }

    /** What was taken from the labels, and how it can be changed. */
    public String said() {
        if (!isClassification()) {
            return "the numbers in the column '" + column + "' are learned as amounts (regression); --task"
                    + " classification takes them for classes.";
        }
        return "the column '" + column + "' is taken for " + labels.size() + " classes"
                + (counts.areNumbers() ? "; --task regression learns its numbers as amounts." : ".");
    }
}
