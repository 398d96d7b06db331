package io.kindling.spark.defaults;

import io.kindling.data.ColumnMoments;
import io.kindling.tables.TableColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Scales numbers to mean 0 and deviation 1. Where most numbers are zero they are not shifted, which would write all zeros
 * out, and what is not zero is brought to a mean square of 1.
 */
public final class Standardization {
    /** From this share of zeros on rows are taken for sparse ones. */
    private static final double SPARSE = 0.5;

    /** Of sparse rows with more columns than this, all are scaled alike: a factor for each would be most of the network's text. */
    private static final int MOST_FACTORS = 4096;

    private Standardization() {}

    /** Whether most numbers are zero. */
    private static boolean isSparse(ColumnMoments moments) {
        return moments.density() < SPARSE;
    }

    /** The columns, numbers scaled; categories and binaries stay. */
    public static List<TableColumn> of(List<TableColumn> columns, ColumnMoments moments) {
        boolean sparse = isSparse(moments);
        double ofAll = sparse && columns.size() > MOST_FACTORS ? meanOfGiven(moments) : 0;
        List<TableColumn> scaled = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean number = columns.get(i) instanceof TableColumn.Numeric;
            double center = sparse ? 0 : moments.mean(i);
            double square = sparse ? moments.meanSquareOfGiven(i) : moments.variance(i);
            scaled.add(
                    number
                            ? new TableColumn.Numeric(center, factor(ofAll > 0 ? ofAll : square), List.of())
                            : columns.get(i));
        }
        return scaled;
    }

    private static double meanOfGiven(ColumnMoments moments) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < moments.columns(); i++) {
            double square = moments.meanSquareOfGiven(i);
            sum += square;
            count += square > 0 ? 1 : 0;
        }
        return (float) (sum / Math.max(1, count));
    }

    /** 1 for a column that is always the same. */
    private static double factor(double square) {
        double factor = 1 / Math.sqrt(square);
        return square > 0 && Double.isFinite(factor) && factor > 0 ? factor : 1;
    }
}
