package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import java.io.IOException;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.IDFModel;
import org.apache.spark.ml.feature.MaxAbsScalerModel;
import org.apache.spark.ml.feature.MinMaxScalerModel;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.RobustScalerModel;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/** The numbers of MLlib's models, which it takes as they come: NaN in, NaN out, for every row. */
final class LoadedValues {
    /** A sparse vector of a few bytes can claim any length, and is written out when it is used. */
    private static final int LONGEST_SPARSE = 1 << 22;

    private LoadedValues() {}

    /**
     * Looks at the numbers of a stage.
     *
     * @throws IOException if one is NaN or infinite, or there are not equally many of each kind
     */
    static void require(Transformer stage) throws IOException {
        // A scaler that has not learned one of its vectors has an empty one.
        List<Vector> vectors =
                vectors(stage).stream().filter(vector -> vector.size() > 0).toList();
        for (Vector vector : vectors) {
            if (vector.size() != vectors.get(0).size()) {
                throw new DamagedFileException("its vectors have different lengths.");
            }
            requireFinite(vector);
        }
    }

    private static List<Vector> vectors(Transformer stage) {
        if (stage instanceof StandardScalerModel scaler) {
            return List.of(scaler.mean(), scaler.std());
        } else if (stage instanceof MinMaxScalerModel scaler) {
            return List.of(scaler.originalMin(), scaler.originalMax());
        } else if (stage instanceof MaxAbsScalerModel scaler) {
            return List.of(scaler.maxAbs());
        } else if (stage instanceof RobustScalerModel scaler) {
            return List.of(scaler.range(), scaler.median());
        } else if (stage instanceof IDFModel model) {
            return List.of(model.idf());
        } else if (stage instanceof PCAModel model) {
            return List.of(Vectors.dense(model.pc().values()));
        }
        return List.of();
    }

    private static void requireFinite(Vector vector) throws IOException {
        double[] values;
        if (vector instanceof DenseVector dense) {
            values = dense.values();
        } else {
            SparseVector sparse = (SparseVector) vector;
            if (sparse.size() > LONGEST_SPARSE) {
                throw new DamagedFileException("it has a sparse vector of " + sparse.size() + " numbers.");
            }
            values = sparse.values();
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new DamagedFileException("one of its numbers is " + value + ".");
            }
        }
    }
}
