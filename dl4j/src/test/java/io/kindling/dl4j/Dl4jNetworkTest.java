package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import io.kindling.constraints.NonNeg;
import io.kindling.engine.Training;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.SharedLayer;
import io.kindling.layers.activations.PReLU;
import io.kindling.layers.activations.Softmax;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.core.Masking;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Multiply;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.SimpleRNN;
import io.kindling.layers.recurrent.TimeDistributed;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.regularizers.L2;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights go in and come out unchanged, configurations go through JSON, and what DL4J has not is refused by name. */
class Dl4jNetworkTest {
    private static final Training TRAINING = Training.of("mean_squared_error");
    private static final Sequential NETWORK = Sequential.of(
            Input.of(4, 5, 2),
            Conv2D.of(3, 2).activation("relu"),
            BatchNormalization.of(),
            PReLU.of(),
            TimeDistributed.of(Conv1D.of(2, 2)),
            TimeDistributed.of(LSTM.of(3)),
            Bidirectional.of(SimpleRNN.of(2).returnSequences(true)),
            new Flatten(),
            Dense.of(2));

    static Stream<Network> networks() {
        return Stream.of(NETWORK, GraphCases.COMPARED.get("sequence beside a vector"));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void weightsComeBackAsTheyWere(Network network) {
        NetworkPlan plan = network.plan();
        Dl4jNetwork translated = Dl4jNetwork.of(plan, TRAINING);
        Weights weights = new Weights(numbered(plan.trainableCount()), numbered(plan.nonTrainableCount()));
        Weights back = translated.weightsFrom(translated.start(weights));
        assertThat(back.trainable()).isEqualTo(weights.trainable());
        // Moving variances are logarithms on the way.
        assertThat(back.nonTrainable()).containsExactly(weights.nonTrainable(), offset(1e-5f));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void hasAsManyParametersAsTheNetwork(Network network) {
        NetworkPlan plan = network.plan();
        ComputationGraph graph = Dl4jNetwork.of(plan, TRAINING).start(plan.initialWeights(1));
        assertThat(graph.numParams()).isEqualTo(plan.trainableCount() + plan.nonTrainableCount());
    }

    /** As it travels to other machines. */
    @ParameterizedTest
    @MethodSource("networks")
    void configurationGoesThroughJson(Network described) {
        NetworkPlan plan = described.plan();
        Training training = TRAINING.optimizer(new Adam(Schedule.of("cosine_decay(0.1, 9)"), 0.9, 0.99, 1e-7, false));
        Dl4jNetwork translated = Dl4jNetwork.of(plan, training);
        ComputationGraphConfiguration read = ComputationGraphConfiguration.fromJson(
                translated.configuration().toJson());
        assertThat(read.toJson()).isEqualTo(translated.configuration().toJson());
        ComputationGraph copy = new ComputationGraph(read);
        copy.init();
        ComputationGraph network = translated.start(plan.initialWeights(1));
        translated.weightsTo(plan.initialWeights(1), copy);
        INDArray[] x =
                plan.inputSizes().stream().map(size -> Nd4j.rand(3, size)).toArray(INDArray[]::new);
        INDArray[] y = {Nd4j.rand(3, plan.output().size())};
        for (int step = 0; step < 2; step++) {
            network.fit(x, y);
            copy.fit(x, y);
        }
        assertThat(translated.weightsFrom(copy).trainable())
                .isEqualTo(translated.weightsFrom(network).trainable());
    }

    /** As Spark broadcasts it. */
    @ParameterizedTest
    @MethodSource("networks")
    void configurationGoesThroughJavaSerialization(Network network) throws IOException, ClassNotFoundException {
        Training training = TRAINING.optimizer(new Adam(Schedule.of("cosine_decay(0.1, 9)"), 0.9, 0.99, 1e-7, false));
        ComputationGraphConfiguration configuration =
                Dl4jNetwork.of(network.plan(), training).configuration();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(configuration);
        Object read = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(((ComputationGraphConfiguration) read).toJson()).isEqualTo(configuration.toJson());
    }

    /** Activations and dropout write over what they are given. */
    @ParameterizedTest
    @MethodSource("inPlace")
    void leavesItsInputsAsTheyAre(Layer layer) {
        NetworkPlan plan =
                Sequential.of(Input.of(4), Dropout.of(0.5), layer, Dense.of(2)).plan();
        ComputationGraph network = Dl4jNetwork.of(plan, TRAINING).start(plan.initialWeights(1));
        INDArray x = Nd4j.rand(3, 4);
        INDArray before = x.dup();
        network.output(x);
        network.fit(new INDArray[] {x}, new INDArray[] {Nd4j.rand(3, 2)});
        assertThat(x).isEqualTo(before);
    }

    static Stream<Layer> inPlace() {
        return Stream.of(Dropout.of(0.5), ActivationLayer.of("tanh"), new Softmax(), PReLU.of());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(LSTM.of(3).goBackwards(true), "LSTM", "go_backwards=true"),
                Arguments.of(LSTM.of(3).dropout(0.5), "LSTM", "dropout=0.5"),
                Arguments.of(LSTM.of(3).recurrentDropout(0.5), "LSTM", "recurrent_dropout=0.5"),
                Arguments.of(LSTM.of(3).useBias(false), "LSTM", "use_bias=false"),
                Arguments.of(SimpleRNN.of(3).useBias(false), "SimpleRNN", "use_bias=false"),
                Arguments.of(
                        Bidirectional.of(LSTM.of(3)), "Bidirectional", "a Bidirectional with return_sequences=false"),
                Arguments.of(Dense.of(2).kernelConstraint(new NonNeg()), "Dense", "kernel_constraint=" + new NonNeg()),
                Arguments.of(
                        Dense.of(2).activityRegularizer(new L2(0.1)), "Dense", "activity_regularizer=" + new L2(0.1)),
                Arguments.of(Embedding.of(3, 2), "Embedding", "an Embedding above other layers"),
                Arguments.of(
                        BatchNormalization.of().center(false), "BatchNormalization", "center=false with scale=true"),
                Arguments.of(
                        PReLU.of().sharedAxes(1),
                        "PReLU",
                        "slopes each used 96 times in a mini-batch, at most 64 times"),
                Arguments.of(
                        TimeDistributed.of(PReLU.of()),
                        "TimeDistributed",
                        "slopes each used 96 times in a mini-batch, at most 64 times"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesOptionsByName(Layer layer, String className, String what) {
        Sequential network = Sequential.of(Input.of(3, 2), Dense.of(2), layer, new Flatten(), Dense.of(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4jNetwork.of(network.plan(), TRAINING))
                .withMessageStartingWith("Layer 2, '")
                .withMessageEndingWith("' (" + className + "): The dl4j engine has no counterpart for " + what + ".");
    }

    @Test
    void refusesAPenaltyOnOneOfTwoKernels() {
        Sequential network = Sequential.of(Input.of(3, 2), LSTM.of(2).kernelRegularizer(new L2(0.1)), Dense.of(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4jNetwork.of(network.plan(), TRAINING))
                .withMessageEndingWith("for a kernel_regularizer other than the recurrent_regularizer.");
    }

    static Stream<Arguments> refusedGraphs() {
        Node x = Node.input("x", 3, 4);
        Node vector = Node.input("vector", 4);
        SharedLayer tower = Dense.of(4).named("tower").shared();
        SharedLayer known = Embedding.of(5, 4).named("known").shared();
        Node words = Node.input("words", 3);
        Node masked = Embedding.of(5, 4).maskZero(true).named("masked").on(words);
        return Stream.of(
                Arguments.of(
                        Add.of().on(tower.on(vector), tower.on(Dense.of(4).on(vector))),
                        "'tower' (Dense)",
                        "weights of a layer that is applied several times"),
                Arguments.of(
                        Concatenate.of().on(known.on(words), known.on(Node.input("others", 3))),
                        "'known' (Embedding)",
                        "weights of a layer that is applied several times"),
                Arguments.of(
                        Add.of().named("sum").on(x, vector),
                        "'sum' (Add)",
                        "inputs whose numbers are repeated, [(3, 4), (4,)]"),
                Arguments.of(
                        Multiply.of().named("product").on(Dense.of(1).on(x), x),
                        "'product' (Multiply)",
                        "inputs whose numbers are repeated, [(3, 1), (3, 4)]"),
                Arguments.of(
                        Embedding.of(5, 4).named("known").on(Add.of().on(words, words)),
                        "'known' (Embedding)",
                        "an Embedding above other layers"),
                Arguments.of(Add.of().on(masked, x), "'masked' (Embedding)", "mask_zero=true"),
                Arguments.of(
                        Concatenate.of().on(Masking.of().named("masked").on(x), x), "'masked' (Masking)", "Masking"));
    }

    @ParameterizedTest
    @MethodSource("refusedGraphs")
    void refusesGraphsByName(Node merged, String layer, String what) {
        Functional network = Functional.of(Dense.of(2).on(Flatten.of().on(merged)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4jNetwork.of(network.plan(), TRAINING))
                .withMessageStartingWith("Layer ")
                .withMessageEndingWith(", " + layer + ": The dl4j engine has no counterpart for " + what + ".");
    }

    private static float[] numbered(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i + 1;
        }
        return values;
    }
}
