package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.data.SparseBlock;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.layers.reshaping.Reshape;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import io.kindling.regularizers.L2;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network gives the same bits for mini-batches that keep their zeros and for those that do not. */
class SparseBatchTest {
    private static final int INPUTS = 200;
    private static final int ROWS = 30;
    private static final RandomKey KEY = RandomKey.of(20260101);

    static Stream<Layer> firstLayers() {
        return Stream.of(
                Dense.of(128).activation("relu"),
                Dense.of(128).activityRegularizer(new L2(0.1f)),
                Dense.of(20),
                new Flatten(),
                Reshape.of(20, 10),
                Dropout.of(0.5f));
    }

    @ParameterizedTest
    @MethodSource("firstLayers")
    void sameBits(Layer first) {
        NetworkPlan plan = Sequential.of(
                        first,
                        new Flatten(),
                        Dense.of(130).activation("tanh"),
                        Dense.of(3).activation("softmax"))
                .withInput(Shape.of(INPUTS))
                .plan();
        float[] x = new float[ROWS * INPUTS];
        int[] starts = new int[ROWS + 1];
        int[] columns = new int[x.length];
        float[] values = new float[x.length];
        float[] labels = new float[ROWS];
        int given = 0;
        for (int i = 0; i < x.length; i++) {
            if (KEY.uniformAt(i) < 0.1f) {
                x[i] = (float) KEY.with(1).gaussianAt(i);
                columns[given] = i % INPUTS;
                values[given++] = x[i];
            }
            starts[i / INPUTS + 1] = given;
            labels[i / INPUTS] = i / INPUTS % 3;
        }
        Run dense = run(plan, new DenseBlock(INPUTS, x, 1, labels, null));
        Run sparse = run(plan, new SparseBlock(INPUTS, starts, columns, values, 1, labels, null));
        assertThat(sparse.loss).isEqualTo(dense.loss);
        assertThat(sparse.gradient).isEqualTo(dense.gradient);
        assertThat(sparse.prediction).isEqualTo(dense.prediction);
    }

    private record Run(double loss, float[] gradient, float[] prediction) {}

    private static Run run(NetworkPlan plan, ExampleBlock block) {
        Batch batch = new Batch(ROWS, INPUTS, 1, 3);
        batch.fill(new Examples(List.of(block)), ExampleOrder.asGiven(), 0, ROWS);
        try (BoundTraining training = new BoundTraining(plan, Loss.of("categorical_crossentropy"), ROWS);
                BoundNetwork prediction = BoundNetwork.forInference(plan, ROWS)) {
            training.network().load(plan.initialWeights(1));
            prediction.load(plan.initialWeights(1));
            double loss = training.gradient(batch, KEY);
            return new Run(
                    loss,
                    training.network().trainable().gradient(),
                    Arrays.copyOf(prediction.predict(batch), ROWS * 3));
        }
    }
}
