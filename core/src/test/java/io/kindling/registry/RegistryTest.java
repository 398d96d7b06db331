package io.kindling.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.activations.Activation;
import io.kindling.activations.Elu;
import io.kindling.activations.Gelu;
import io.kindling.activations.LeakyRelu;
import io.kindling.activations.Relu;
import io.kindling.activations.Silu;
import io.kindling.initializers.Initializer;
import io.kindling.losses.Loss;
import io.kindling.losses.MeanAbsoluteError;
import io.kindling.losses.MeanSquaredError;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Lion;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Sgd;
import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.CosineDecay;
import io.kindling.optimizers.schedules.ExponentialDecay;
import io.kindling.optimizers.schedules.PiecewiseConstantDecay;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.regularizers.L1L2;
import io.kindling.regularizers.L2;
import io.kindling.regularizers.Regularizer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts become the values they name, values become texts that are read back, and a wrong text says what is wrong. */
class RegistryTest {

    @ParameterizedTest
    @MethodSource("io.kindling.registry.Registries#texts")
    <T> void readsBackWhatItWrites(Registry<T> registry, String text) {
        T value = registry.parse(text);
        assertThat(registry.parse(registry.format(value))).isEqualTo(value);
        assertThat(text).startsWith(registry.nameOf(value));
    }

    @ParameterizedTest
    @MethodSource("io.kindling.registry.Registries#texts")
    void ignoresCaseUnderscoresAndSpaces(Registry<?> registry, String text) {
        Object value = registry.parse(text);
        assertThat(registry.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(value);
        assertThat(registry.parse(text.replace("_", ""))).isEqualTo(value);
        assertThat(registry.parse(text.replace("_", "-"))).isEqualTo(value);
        assertThat(registry.parse("  " + text + " ")).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("io.kindling.registry.Registries#all")
    void unknownNameListsTheKnownOnes(Registry<?> registry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.parse("no_such_thing"))
                .withMessageStartingWith("Unknown " + registry.kind() + " 'no_such_thing'. Known: ")
                .satisfies(refused -> assertThat(registry.names())
                        .allSatisfy(name -> assertThat(refused).hasMessageContaining(name)));
    }

    @Test
    void understandsOtherNames() {
        assertThat(Activation.of("swish")).isEqualTo(new Silu());
        assertThat(Loss.of("mse")).isEqualTo(new MeanSquaredError());
        assertThat(Loss.of("MAE")).isEqualTo(new MeanAbsoluteError());
        assertThat(Activation.registry().names()).contains("silu").doesNotContain("swish");
        assertThat(Activation.registry().format(Activation.of("swish"))).isEqualTo("silu");
    }

    @Test
    void takesArgumentsInOrderOrByName() {
        assertThat(Activation.of("leaky_relu(0.1)")).isEqualTo(LeakyRelu.of(0.1));
        assertThat(Activation.of("LeakyReLU( negative_slope = 0.1 )")).isEqualTo(LeakyRelu.of(0.1));
        assertThat(Activation.of("relu(max_value=6)")).isEqualTo(new Relu(0, 6.0, 0));
        assertThat(Activation.of("relu(0.1, max_value=None, threshold=1e-1)")).isEqualTo(new Relu(0.1, null, 0.1));
        assertThat(Activation.of("gelu(True)")).isEqualTo(new Gelu(true));
        assertThat(Activation.of("elu()")).isEqualTo(Elu.of());
        assertThat(Optimizer.of("sgd(0.01, momentum=0.9, nesterov=true)"))
                .isEqualTo(Sgd.of(0.01).momentum(0.9).nesterov(true));
        assertThat(Optimizer.of("adam(0.01, beta_1=0.8)"))
                .isEqualTo(new Adam(Constant.of(0.01), 0.8, 0.999, 1e-7, false));
        assertThat(Regularizer.of("l2(0.001)")).isEqualTo(new L2(0.001));
        assertThat(Regularizer.of("l1_l2(l1=0.1, l2=0.2)")).isEqualTo(new L1L2(0.1, 0.2));
    }

    @Test
    void writesArguments() {
        assertThat(Activation.registry().format(LeakyRelu.of(0.1))).isEqualTo("leaky_relu(negative_slope=0.1)");
        assertThat(Activation.registry().format(new Relu(0, 6.0, 0)))
                .isEqualTo("relu(negative_slope=0.0, max_value=6.0, threshold=0.0)");
        assertThat(Activation.registry().format(Activation.of("linear"))).isEqualTo("linear");
    }

    @Test
    void argumentsMayBeTextsOfTheirOwn() {
        Adam decaying = Adam.of().withLearningRate(ExponentialDecay.of(0.05, 4, 0.5));
        assertThat(Optimizer.of("adam(exponential_decay(0.05, 4, 0.5))")).isEqualTo(decaying);
        assertThat(Optimizer.of("Adam(learning_rate = ExponentialDecay(0.05, decay_steps=4, decay_rate=0.5))"))
                .isEqualTo(decaying);
        assertThat(Optimizer.of("clipped(adam(exponential_decay(0.05, 4, 0.5), beta_1=0.8), clipnorm=1)"))
                .isEqualTo(Records.with(decaying, "beta1", 0.8).clipNorm(1));
        assertThat(Optimizer.of("clipped(sgd(momentum=0.9), clipvalue=0.5)"))
                .isEqualTo(Sgd.of().momentum(0.9).clipValue(0.5));
        assertThat(Optimizer.of("sgd(piecewise_constant_decay([3, 7], [0.1, 0.05, 0.01]))"))
                .isEqualTo(Sgd.of().withLearningRate(PiecewiseConstantDecay.of(new long[] {3, 7}, 0.1, 0.05, 0.01)));
    }

    @Test
    void writesTextsInsideTexts() {
        Optimizer optimizer = Adam.of()
                .withLearningRate(PiecewiseConstantDecay.of(new long[] {3, 7_000_000_000L}, 0.1, 0.05, 0.01))
                .globalClipNorm(2);
        String text = Optimizer.registry().format(optimizer);
        assertThat(text)
                .isEqualTo("clipped(optimizer=adam(learning_rate=piecewise_constant_decay("
                        + "boundaries=[3, 7000000000], values=[0.1, 0.05, 0.01]), beta1=0.9, beta2=0.999,"
                        + " epsilon=1.0E-7, amsgrad=false), global_clipnorm=2.0)");
        assertThat(Optimizer.of(text)).isEqualTo(optimizer);
    }

    @Test
    void aNumberStandsForTheShorthand() {
        assertThat(Schedule.of("0.05")).isEqualTo(Constant.of(0.05)).isEqualTo(Schedule.of("constant(0.05)"));
        assertThat(Schedule.registry().format(Constant.of(0.05))).isEqualTo("0.05");
        RecordCodec codec = new RecordCodec(List.of(Optimizer.registry()));
        assertThat(codec.write(Adam.of(0.05)).get("config").get("learning_rate").isNumber())
                .isTrue();
        for (Optimizer optimizer : List.of(
                Adam.of(0.05),
                Lion.of().withLearningRate(CosineDecay.of(0.1, 9)).clipNorm(1))) {
            assertThat(codec.read(Optimizer.class, codec.write(optimizer), Strictness.COMPLETE))
                    .isEqualTo(optimizer);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Registry.of("schedule", Schedule.class)
                        .add("cosine_decay", CosineDecay.of(0.1, 9))
                        .shorthand("cosine_decay"))
                .withMessageStartingWith("A number can stand for a record of one field. Received: CosineDecay[");
    }

    @Test
    void aNumberStandsForNothingElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of("0.5"))
                .withMessageStartingWith("Unknown activation '0.5'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adam(cosine_decay(0.1, 9)           | The schedule 'cosine_decay(0.1, 9' lacks a closing parenthesis, as in elu(0.5).
            adam(cosine_decay(0.1))             | The schedule 'cosine_decay' lacks its field 'decay_steps'.
            adam(cosine_decay(0.1, 2.5))        | schedule 'cosine_decay', decay_steps must be an integer. Received: 2.5.
            adam(true)                          | optimizer 'adam', learning_rate must be a number, a name or an object \
            with class_name and config. Received: true.
            sgd(piecewise_constant_decay(3, 4)) | schedule 'piecewise_constant_decay', boundaries must be a list. Received: 3.
            """)
    void saysWhatIsWrongInside(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optimizer.of(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            elu(0.5       | The activation 'elu(0.5' lacks a closing parenthesis, as in elu(0.5).
            elu(1, 2)     | The activation 'elu' takes 1 arguments [alpha]. Received: elu(1, 2).
            elu(beta=1)   | The activation 'elu' has no field 'beta'. Its fields: [alpha].
            elu(big)      | activation 'elu', alpha must be a number. Received: "big".
            elu(none)     | activation 'elu', alpha must be a value. Received: null.
            elu(-1)       | elu needs a positive alpha. Received: -1.0.
            elu(NaN)      | elu needs a positive alpha. Received: NaN.
            leaky_relu(2) | leaky_relu needs a negative_slope in [0, 1]. Received: 2.0.
            gelu(1)       | activation 'gelu', approximate must be true or false. Received: 1.
            linear(1)     | The activation 'linear' takes 0 arguments []. Received: linear(1).
            """)
    void saysWhatIsWrong(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elu(0.5, alpha=0.6)", "elu(alpha=0.5, alpha=0.6)", "relu(max_value=6, 0.1)"})
    void refusesAnArgumentGivenTwice(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Activation.of(text));
    }

    @Test
    void refusesToGuessARequiredArgument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Initializer.of("constant"))
                .withMessage("The initializer 'constant' lacks its field 'value'.");
    }

    @Test
    void refusesToWriteWhatHasNoName() {
        record Own() implements Regularizer {
            @Override
            public double penalty(float[] values, int offset, int count) {
                return 0;
            }

            @Override
            public void addGradient(float[] values, float[] gradient, int offset, int count) {}
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Regularizer.registry().format(new Own()))
                .withMessageContaining("has no registered name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "relu(", "relu(["})
    void refusesTextsNestedTooDeep(String open) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of(open.repeat(200_000)))
                .withMessageStartingWith("Parentheses may lie 32 deep in each other at most. Received: ");
    }

    @Test
    void quotesLittleOfALongName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of("x".repeat(2_000_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1000));
    }

    /** A function of somebody else's. */
    private record Cube(double factor) {}

    private record Cubed(double factor) implements Regularizer {

        @Override
        public double penalty(float[] values, int offset, int size) {
            return factor;
        }

        @Override
        public void addGradient(float[] values, float[] gradient, int offset, int size) {
            gradient[offset] += (float) factor;
        }
    }

    private static Registry<Regularizer> withExtension(Extension extension) {
        return Registry.of("regularizer", Regularizer.class)
                .add("l2", new L2(0.01))
                .build(List.of(extension));
    }

    @Test
    void anExtensionAddsNamesOfItsKind() {
        Registry<Regularizer> registry = withExtension(() -> List.of(
                new Extension.Addition(Regularizer.class, "cubed", new Cubed(1), List.of("factor")),
                new Extension.Addition(Activation.class, "other", new Silu())));
        assertThat(registry.names()).containsExactly("l2", "cubed");
        assertThat(registry.parse("cubed(0.5)")).isEqualTo(new Cubed(0.5));
        assertThat(registry.format(new Cubed(2))).isEqualTo("cubed(factor=2.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.parse("cubed"))
                .withMessage("The regularizer 'cubed' lacks its field 'factor'.");
    }

    @Test
    void anExtensionThatTakesANameOrIsOfAnotherKindIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        withExtension(() -> List.of(new Extension.Addition(Regularizer.class, "L2", new Cubed(1)))))
                .withMessage("The regularizer name 'L2' is taken.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extension.Addition(Regularizer.class, "cube", new Cube(1)))
                .withMessageContaining("'cube' as " + Regularizer.class.getName());
    }
}
