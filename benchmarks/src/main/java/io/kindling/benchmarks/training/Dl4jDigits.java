package io.kindling.benchmarks.training;

import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.benchmarks.digits.Dl4jTargets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Makes Deeplearning4j's mini-batches of rows of features, a vector, and a digit. */
final class Dl4jDigits implements FlatMapFunction<Iterator<Row>, DataSet> {
    private static final long serialVersionUID = 1;

    private final int size;

    /**
     * Mini-batches of one size.
     *
     * @param size rows of each but the last of a partition
     */
    Dl4jDigits(int size) {
        this.size = size;
    }

    @Override
    public Iterator<DataSet> call(Iterator<Row> rows) {
        List<DataSet> miniBatches = new ArrayList<>();
        List<Row> next = new ArrayList<>();
        while (rows.hasNext()) {
            next.add(rows.next());
            if (next.size() == size || !rows.hasNext()) {
                miniBatches.add(miniBatch(next));
                next.clear();
            }
        }
        return miniBatches.iterator();
    }

    private static DataSet miniBatch(List<Row> rows) {
        double[][] features = new double[rows.size()][];
        float[] digits = new float[rows.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = rows.get(i).<Vector>getAs(0).toArray();
            digits[i] = (float) rows.get(i).getDouble(1);
        }
        return new DataSet(
                Nd4j.create(features).castTo(DataType.FLOAT), Dl4jTargets.oneHot(digits, DigitNetwork.CLASSES));
    }
}
