package io.kindling.layers;

import io.kindling.data.FeatureRows;
import io.kindling.linalg.SparseRows;
import java.util.Optional;

/**
 * What flows from layer to layer: the values of some examples, row-major, one example after the other, and which steps of
 * them count. An input may come as sparse rows, which whoever does not look for them gets written out.
 *
 * <p>The array belongs to the layer that made it and holds until that layer's next call.
 */
public sealed interface Tensor {

    /** How many examples there are. */
    int rows();

    /** All values; the array may be longer. */
    float[] values();

    /** Which steps count; empty for all. */
    Optional<StepMask> mask();

    /** The values without their zeros, if that is how they came. */
    Optional<SparseRows> sparse();

    /** All values of some examples. */
    static Tensor of(float[] values, int rows) {
        return new Dense(values, rows, Optional.empty());
    }

    /** An input, as it came. */
    static Tensor of(FeatureRows features) {
        return features.isSparse() ? new Sparse(features) : of(features.all(), features.rows());
    }

    /** Other values of the same examples, of which the same steps count. */
    default Tensor with(float[] values) {
        return new Dense(values, rows(), mask());
    }

    /** The same with another mask. */
    default Tensor withMask(StepMask mask) {
        return new Dense(values(), rows(), Optional.of(mask));
    }

    /** The same, of which all steps count. */
    default Tensor unmasked() {
        return mask().isEmpty() ? this : of(values(), rows());
    }

    /** Values that are all written out. */
    record Dense(float[] values, int rows, Optional<StepMask> mask) implements Tensor {
        @Override
        public Optional<SparseRows> sparse() {
            return Optional.empty();
        }
    }

    /** An input without its zeros. */
    record Sparse(FeatureRows features) implements Tensor {
        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public float[] values() {
            return features.all();
        }

        @Override
        public Optional<StepMask> mask() {
            return Optional.empty();
        }

        @Override
        public Optional<SparseRows> sparse() {
            return Optional.of(features.sparse());
        }
    }
}
