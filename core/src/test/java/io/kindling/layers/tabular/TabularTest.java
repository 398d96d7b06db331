package io.kindling.layers.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindling.data.FeatureRows;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.layers.BoundParts;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerGradients;
import io.kindling.layers.Node;
import io.kindling.layers.Tensor;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.pooling.GlobalAveragePooling1D;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.RepeatVector;
import io.kindling.models.Functional;
import io.kindling.models.Layers;
import io.kindling.models.Network;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What layers for tables do with holes, outliers, sparse rows, and lists that do not fit. */
class TabularTest {
    private static final float NAN = Float.NaN;
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    @Test
    void holesAreZeroInAllBins() {
        Layer bins = PiecewiseLinearEncoding.of(List.of(List.of(0.0, 1.0, 2.0), List.of(0.0, 2.0)));
        assertThat(forward(bins, 2, NAN, 1, 1.5f, NAN)).containsExactly(0, 0, 0.5f, 1, 0.5f, 0);
        assertThat(gradient(bins, 2, new float[] {NAN, 1}, 1, 1, 1)).containsExactly(0, 0.5f);
    }

    @Test
    void theFirstBinGoesOnBelowAndTheLastAbove() {
        Layer bins = PiecewiseLinearEncoding.of(List.of(List.of(0.0, 1.0, 3.0)));
        assertThat(forward(bins, 1, -2, 7)).containsExactly(-2, 0, 1, 3);
        assertThat(gradient(bins, 1, new float[] {-2, 7}, 1, 1, 1, 1)).containsExactly(1, 0.5f);
    }

    @Test
    void boundariesMustIncrease() {
        refuses(() -> PiecewiseLinearEncoding.of(List.of(List.of(0.0, 0.0))), "increasing");
        refuses(() -> PiecewiseLinearEncoding.of(List.of(List.of(1.0, 1.0 + 1e-12))), "single precision");
        refuses(() -> PiecewiseLinearEncoding.of(List.of(List.of(1.0))), "at least two");
        refuses(() -> PiecewiseLinearEncoding.of(List.of(List.of())), "boundaries");
        refuses(() -> PiecewiseLinearEncoding.of(List.of(Arrays.asList(1.0, null))), "boundaries");
    }

    @Test
    void orderedOutputsIncreaseInEachGroup() {
        float log2 = (float) Math.log(2);
        assertThat(forward(OrderedOutputs.of(2), 4, 5, 0, -3, 0))
                .containsExactly(new float[] {5, 5 + log2, -3, -3 + log2}, within(1e-6f));
        assertThat(forward(OrderedOutputs.of(3), 3, 1, 1e3f, -1e3f)).containsExactly(1, 1001, 1001);
        refuses(() -> OrderedOutputs.of(0), "size of at least 1");
        refuses(() -> OrderedOutputs.of(3).outputShape(Shape.of(4)), "size of 3");
    }

    @Test
    void robustScalingBendsWhateverThereIs() {
        Layer scaling = RobustScaling.of(List.of(1.0), List.of(2.0));
        float[] y = forward(scaling, 1, NAN, INFINITE, -INFINITE, 3e38f, 1);
        assertThat(y).containsExactly(new float[] {0, 3, -3, 3, 0}, within(1e-6f));
        assertThat(gradient(scaling, 1, new float[] {NAN, INFINITE, 3e38f, 1}, 1, 1, 1, 1))
                .containsExactly(0, 0, 0, 2);
    }

    @Test
    void whatIsNoCategoryIsZero() {
        Layer encoding = CategoryEncoding.of(2, 3);
        assertThat(forward(encoding, 2, 1, 2, 2, 0, -1, 1.9f, NAN, INFINITE))
                .containsExactly(0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0);
        // Numbers of the batch before are gone.
        assertThat(gradient(encoding, 2, new float[] {1, 2}, 1, 1, 1, 1, 1)).containsExactly(0, 0);
    }

    @Test
    void sparseRowsAreShiftedInAllPlaces() {
        Layer normalization = Normalization.of(List.of(1.0, 0.0, -1.0), List.of(4.0));
        FeatureRows sparse = new FeatureRows(2, 3);
        sparse.sparse().append(new int[] {1}, new float[] {2}, 0, 1, 0);
        sparse.sparseAdded();
        sparse.sparse().append(new int[] {}, new float[] {}, 0, 0, 0);
        sparse.sparseAdded();
        try (BoundParts bound = BoundParts.of(normalization, Shape.of(3), 2, List.of())) {
            Tensor y = bound.forward(List.of(Tensor.of(sparse)), ForwardPass.INFERENCE);
            assertThat(y.sparse()).isEmpty();
            assertThat(y.values()).containsExactly(-0.5f, 1, 0.5f, -0.5f, 0, 0.5f);
        }
    }

    @Test
    void selectedFeaturesAddTheirGradients() {
        assertThat(gradient(SelectFeatures.of(1, 1), 2, new float[] {5, 6}, 2, 3))
                .containsExactly(0, 5);
        refuses(() -> SelectFeatures.of(2).outputShape(Shape.of(2)), "feature 2");
        refuses(() -> SelectFeatures.of(-1), "from 0 on");
    }

    @Test
    void listsMustFitTheFeatures() {
        refuses(() -> Normalization.of(List.of(1.0, 2.0), List.of(1.0)).outputShape(Shape.of(3)), "2 features");
        refuses(() -> RobustScaling.of(List.of(1.0), List.of(1.0, 2.0)).outputShape(Shape.of(3)), "scale");
        refuses(() -> CategoryEncoding.of(2).outputShape(Shape.of(3)), "num_tokens");
        refuses(() -> Normalization.of(List.of(), List.of(1.0)), "mean");
        refuses(() -> Normalization.of(List.of(0.0), List.of(-1.0)), "variance");
        refuses(() -> RobustScaling.of(List.of(0.0), List.of(1.0)).clip(0), "clip");
        refuses(() -> EnsembleDense.of(2).outputShape(Shape.of(3)), "(members, features)");
        refuses(() -> MemberDense.of(2).outputShape(Shape.of(3)), "(members, features)");
        refuses(() -> new MemberAverage().outputShape(Shape.of(3)), "(members, features)");
    }

    @Test
    void gradientsAreThoseOfDifferences() {
        LayerGradients.check(Normalization.of(List.of(1.0, 2.0), List.of(4.0, 0.5)), Shape.of(3, 2));
        LayerGradients.check(RobustScaling.of(List.of(0.1), List.of(0.5)), Shape.of(3, 2));
        LayerGradients.check(EnsembleDense.of(3), Shape.of(2, 4));
        LayerGradients.check(MemberDense.of(3), Shape.of(2, 4));
        LayerGradients.check(new MemberAverage(), Shape.of(2, 4));
    }

    @Test
    void textsAreReadAsKerasWrites() {
        assertThat(Layers.registry().parse("CategoryEncoding(4, one_hot)")).isEqualTo(CategoryEncoding.of(4));
        assertThat(Layers.registry().parse("Normalization([1, 2], 4)"))
                .isEqualTo(Normalization.of(List.of(1.0, 2.0), List.of(4.0)));
        refuses(() -> Layers.registry().parse("CategoryEncoding(4, multi_hot)"), "one_hot");
    }

    @Test
    void temperaturesKeepWhatIsMostProbable() {
        assertThat(forward(TemperatureScaling.of(2), 3, 0.64f, 0.36f, 0, 0, 0, 0, NAN, 1, 0))
                .containsExactly(
                        new float[] {0.8f / 1.4f, 0.6f / 1.4f, 0, 1 / 3f, 1 / 3f, 1 / 3f, NAN, NAN, NAN},
                        within(1e-6f));
        assertThat(forward(TemperatureScaling.of(0.5), 1, 0.2f)).containsExactly(new float[] {1 / 17f}, within(1e-6f));
        refuses(() -> TemperatureScaling.of(0), "positive temperature");
    }

    @Test
    void signsAreBothAndNothingElse() {
        Shape shape = Shape.of(100, 100);
        float[] signs = new float[shape.size()];
        Initializer.of("random_sign").fill(signs, 0, shape, RandomKey.of(1));
        double sum = 0;
        for (float sign : signs) {
            assertThat(Math.abs(sign)).isEqualTo(1);
            sum += sign;
        }
        // Four deviations.
        assertThat(sum / signs.length).isCloseTo(0, within(0.04));
    }

    @Test
    void membersFollowEncodings() {
        Node x = Node.input("features", 3);
        Node numbers = PiecewiseLinearEncoding.of(List.of(List.of(0.0, 1.0, 5.0), List.of(-1.0, 0.0, 1.0)))
                .on(SelectFeatures.of(0, 1).on(x));
        Node categories = CategoryEncoding.of(4).on(SelectFeatures.of(2).on(x));
        Node members = RepeatVector.of(8).on(Concatenate.of().on(numbers, categories));
        Node first = EnsembleDense.of(64)
                .activation("relu")
                .inputAdapterInitializer("random_sign")
                .on(members);
        Node second =
                EnsembleDense.of(64).activation("relu").on(Dropout.of(0.15).on(first));
        Node mean = new GlobalAveragePooling1D().on(EnsembleDense.of(1).on(second));
        Functional network = Functional.of(mean);
        // Kernels 8·64, 64·64, 64·1 and for each member adapters and biases.
        assertThat(network.plan().trainableCount())
                .isEqualTo(512 + 4096 + 64 + 8 * (8 + 64 + 64 + 64 + 64 + 64 + 64 + 1 + 1));
        assertThat(Network.fromCompleteJson(network.toJson())).isEqualTo(network);
    }

    private static float[] forward(Layer layer, int features, float... x) {
        try (BoundParts bound = BoundParts.of(layer, Shape.of(features), x.length, List.of())) {
            bound.forward(x, 1);
            return bound.forward(x, x.length / features);
        }
    }

    private static float[] gradient(Layer layer, int features, float[] x, float... dy) {
        int rows = x.length / features;
        try (BoundParts bound = BoundParts.of(layer, Shape.of(features), rows, List.of())) {
            bound.forward(x, rows);
            return bound.backward(dy, rows);
        }
    }

    private static void refuses(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(KindlingException.class).hasMessageContaining(part);
    }
}
