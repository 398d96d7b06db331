package io.kindling.spark.tables;

import java.util.Arrays;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** Where the numbers of a row go, slot by slot in ascending order; slots that get none are 0. */
abstract class SlotSink {

    abstract void set(int slot, double value);

    abstract Vector vector();

    /** All of them written out. */
    static final class Dense extends SlotSink {
        private final double[] values;

        Dense(int slots) {
            this.values = new double[slots];
        }

        @Override
        void set(int slot, double value) {
            values[slot] = value;
        }

        @Override
        Vector vector() {
            return new DenseVector(values);
        }
    }

    /** Only those that are not 0, unless that would take more room. */
    static final class Sparse extends SlotSink {
        private static final int FIRST = 64;

        private final int slots;
        private int[] indices = new int[FIRST];
        private double[] values = new double[FIRST];
        private int size;

        Sparse(int slots) {
            this.slots = slots;
        }

        @Override
        void set(int slot, double value) {
            if (value == 0) {
                return;
            }
            if (size == indices.length) {
                indices = Arrays.copyOf(indices, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            indices[size] = slot;
            values[size++] = value;
        }

        @Override
        Vector vector() {
            return new SparseVector(slots, Arrays.copyOf(indices, size), Arrays.copyOf(values, size)).compressed();
        }
    }
}
