package io.kindling.layers.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.data.FeatureRows;
import io.kindling.layers.BoundParts;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.LayerGradients;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.WeightVector;
import io.kindling.linalg.SparseRows;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dense layer gives the same for an input that is mostly zero, whether it takes it as sparse or not. */
class SparseInputTest {
    private static final int INPUTS = 300;
    private static final int ROWS = 24;

    @ParameterizedTest
    @CsvSource({"64, 2, true", "100, 2, false", "128, 2, true", "128, 20, true", "200, 20, false", "512, 20, true"})
    void sparseIsAsDense(int units, int percent, boolean useBias) {
        Dense layer = Dense.of(units).activation("tanh").useBias(useBias);
        float[] x = sparse(ROWS, percent, 1);
        LayerBinding sparse = binding(layer, false);
        LayerBinding dense = binding(layer, true);
        assertThat(new SparseInput(ROWS, INPUTS, units, sparse).take(Tensor.of(x, ROWS), 1))
                .isTrue();
        assertThat(new SparseInput(ROWS, INPUTS, units, dense).take(Tensor.of(x, ROWS), 1))
                .isFalse();
        try (BoundParts one = bound(layer, sparse);
                BoundParts other = bound(layer, dense)) {
            // By turns with inputs that are not sparse, and with fewer rows.
            assertSame(units, one, sparse, other, dense, x, ROWS);
            assertSame(units, one, sparse, other, dense, sparse(ROWS, 100, 2), ROWS);
            assertSame(units, one, sparse, other, dense, sparse(ROWS, percent, 3), ROWS - 5);
        }
    }

    /** Given without its zeros it gives the same bits; of an input that is not sparse it wants all numbers. */
    @Test
    void zerosNeedNotBeWritten() {
        Dense layer = Dense.of(128).activation("tanh");
        LayerBinding binding = binding(layer, false);
        FeatureRows given = new FeatureRows(ROWS, INPUTS);
        float[] x = sparse(ROWS, 20, 1);
        float[] dy = LayerGradients.gaussian(ROWS * 128, 5);
        try (BoundParts bound = bound(layer, binding)) {
            float[] expected = bound.forward(x, ROWS);
            bound.backward(dy, ROWS);
            float[] gradient = gradient(binding).clone();
            Arrays.fill(gradient(binding), 0f);
            give(given, x);
            assertThat(forward(bound, given)).isEqualTo(expected);
            bound.backward(dy, ROWS);
            assertThat(gradient(binding)).isEqualTo(gradient);
            float[] full = sparse(ROWS, 60, 1);
            give(given, full);
            assertThat(forward(bound, given)).isEqualTo(bound.forward(full, ROWS));
        }
    }

    private static void give(FeatureRows target, float[] x) {
        target.clear();
        SparseRows rows = target.sparse();
        rows.take(x, ROWS, 1);
        for (int row = 0; row < ROWS; row++) {
            target.sparseAdded();
        }
    }

    private static float[] forward(BoundParts bound, FeatureRows x) {
        return Arrays.copyOf(
                bound.forward(List.of(Tensor.of(x)), ForwardPass.INFERENCE).values(), ROWS * 128);
    }

    private static BoundParts bound(Dense layer, LayerBinding binding) {
        return new BoundParts(
                layer, binding.inputShapes(), ROWS, binding.weights(), binding.training(), binding.asksInputGradient());
    }

    private static void assertSame(
            int units,
            BoundParts sparse,
            LayerBinding ofSparse,
            BoundParts dense,
            LayerBinding ofDense,
            float[] x,
            int rows) {
        float[] dy = LayerGradients.gaussian(rows * units, 5);
        float[] expected = dense.forward(x, rows);
        float[] actual = sparse.forward(x, rows);
        for (int i = 0; i < rows * units; i++) {
            assertThat(actual[i]).isEqualTo(expected[i], within(2e-5f));
        }
        dense.backward(dy.clone(), rows);
        assertThat(sparse.backward(dy, rows)).isEmpty();
        assertThat(gradient(ofSparse)).hasSameSizeAs(gradient(ofDense));
        for (int i = 0; i < gradient(ofDense).length; i++) {
            assertThat(gradient(ofSparse)[i]).isEqualTo(gradient(ofDense)[i], within(5e-5f));
        }
    }

    /** Without room for gradients, as in prediction. */
    @Test
    void predictsLikeDenseRows() {
        Dense layer = Dense.of(128);
        float[] x = sparse(ROWS, 5, 1);
        LayerBinding training = binding(layer, true);
        LayerBinding prediction = LayerBinding.of(Shape.of(INPUTS), ROWS, training.weights(), false, false);
        try (BoundParts one = bound(layer, prediction);
                BoundParts other = bound(layer, training)) {
            float[] expected = other.forward(x, ROWS);
            assertThat(one.forward(x, ROWS)).containsExactly(expected, within(2e-5f));
        }
    }

    @Test
    void isNotTakenForLessThan64Units() {
        Tensor zeros = Tensor.of(new float[ROWS * INPUTS], ROWS);
        assertThat(new SparseInput(ROWS, INPUTS, 63, binding(Dense.of(63), false)).take(zeros, 1))
                .isFalse();
    }

    private static LayerBinding binding(Dense layer, boolean inputGradient) {
        Shape input = Shape.of(INPUTS);
        List<WeightSpec> specs = layer.weights(input);
        WeightVector vector =
                new WeightVector(specs.stream().mapToInt(w -> w.shape().size()).sum() + 3, true);
        List<WeightSlice> slices = new ArrayList<>();
        int offset = 3;
        for (WeightSpec spec : specs) {
            slices.add(new WeightSlice(spec, vector, offset));
            offset += spec.shape().size();
        }
        float[] weights = LayerGradients.gaussian(offset, 4);
        for (int i = 0; i < offset; i++) {
            vector.values()[i] = weights[i] * 0.1f;
        }
        vector.changed();
        return LayerBinding.of(input, ROWS, slices, true, inputGradient);
    }

    private static float[] gradient(LayerBinding binding) {
        return binding.weights().get(0).gradient();
    }

    private static float[] sparse(int rows, int percent, int seed) {
        float[] x = LayerGradients.gaussian(rows * INPUTS, seed);
        RandomKey key = RandomKey.of(seed).with(1);
        for (int i = 0; i < x.length; i++) {
            x[i] = key.uniformAt(i) * 100 < percent ? x[i] : 0f;
        }
        return x;
    }
}
