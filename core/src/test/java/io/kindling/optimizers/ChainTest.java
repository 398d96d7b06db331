package io.kindling.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.optimizers.schedules.ExponentialDecay;
import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links of a chain act in their order, with the learning rate of the optimizer and memory of their own. */
class ChainTest {
    private static final Chain CHAIN =
            Sgd.of(0.5).momentum(0.5).after(new ClipByGlobalNorm(5), new DecayedWeights(0.25));
    private static final String TEXT = "chain([clip_by_global_norm(5), decayed_weights(0.25)], sgd(0.5, momentum=0.5))";

    private static Variables variables(float[] w, float... gradient) {
        List<VariableSettings> settings = List.of(VariableSettings.ORDINARY, new VariableSettings(1, false));
        return new Variables(w, gradient, new int[] {0, 1, 2}, settings);
    }

    /** Values that binary fractions hold, so that the computation by hand has no rounding. */
    @Test
    void clipsThenDecaysUnmaskedWeightsThenSteps() {
        float[] w = {8, 8};
        float[][] slots = CHAIN.initialSlots(2);
        // The gradient (6, 8) has a norm of 10, so (3, 4) is left; the first weight decays by 0.5 · 0.25 of itself.
        CHAIN.update(variables(w, 6, 8), slots, 0);
        assertThat(w).containsExactly(8 * 0.875f - 1.5f, 8 - 2);
        assertThat(slots).isDeepEqualTo(new float[][] {{-1.5f, -2}});
        CHAIN.update(variables(w, 1, 2), slots, 1);
        assertThat(w).containsExactly(5.5f * 0.875f - 0.75f - 0.5f, 6 - 1 - 1);
    }

    @Test
    void givesEveryLinkItsOwnMemoryAndTheLearningRateOfTheStep() {
        Chain chain = new Chain(List.of(new Sum(), new Sum()), Sgd.of().momentum(0.5))
                .withLearningRate(ExponentialDecay.of(0.5, 1, 0.5));
        assertThat(chain.slots()).isEqualTo(3);
        assertThat(chain.initialSlots(1)).isDeepEqualTo(new float[][] {{10}, {10}, {0}});
        float[] w = {0};
        float[][] slots = chain.initialSlots(1);
        chain.update(w, new float[] {2}, slots, 0);
        assertThat(slots).isDeepEqualTo(new float[][] {{11}, {15.5f}, {-7.75f}});
        chain.update(w, new float[] {4}, slots, 1);
        assertThat(slots).isDeepEqualTo(new float[][] {{12}, {18.5f}, {-8.5f}});
        assertThat(w).containsExactly(-16.25f);
    }

    /** Replaces the gradient by the sum of what the learning rate took of all gradients, from 10 on. */
    private record Sum() implements GradientTransformation {
        @Override
        public int slots() {
            return 1;
        }

        @Override
        public float[][] initialSlots(int size) {
            return new float[][] {{10}};
        }

        @Override
        public void apply(Variables variables, float[][] slots, double learningRate, long step) {
            slots[0][0] += (float) learningRate * variables.gradient()[0];
            variables.gradient()[0] = slots[0][0];
        }
    }

    @Test
    void isWrittenAndReadAsTextAndJson() throws Exception {
        assertThat(Optimizer.of(TEXT)).isEqualTo(CHAIN);
        assertThat(Optimizer.of(Optimizer.registry().format(CHAIN))).isEqualTo(CHAIN);
        assertThat(Optimizer.of("chain(clip_by_norm(1), adam)"))
                .isEqualTo(Adam.of().after(new ClipByNorm(1)));
        RecordCodec codec = new RecordCodec(List.of(Optimizer.registry()));
        JsonNode json = codec.write(CHAIN);
        assertThat(json).isEqualTo(new ObjectMapper().readTree("""
                {"class_name": "chain", "config": {
                  "transformations": [
                    {"class_name": "clip_by_global_norm", "config": {"norm": 5.0}},
                    {"class_name": "decayed_weights", "config": {"weight_decay": 0.25}}],
                  "optimizer": {"class_name": "sgd",
                    "config": {"learning_rate": 0.5, "momentum": 0.5, "nesterov": false}}}}
                """));
        assertThat(codec.read(Optimizer.class, json, Strictness.COMPLETE)).isEqualTo(CHAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clip_by_norm(0.5)", "clip_by_global_norm(2)", "clip_by_value(0.25)", "decayed_weights(0.1)"})
    void transformationsAreWrittenAsTheyAreRead(String text) {
        GradientTransformation transformation = GradientTransformation.of(text);
        assertThat(GradientTransformation.of(GradientTransformation.registry().format(transformation)))
                .isEqualTo(transformation);
    }

    /** What Keras has arguments for is a chain. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adamw(0.1, 0.5)                       | chain(decayed_weights(0.5), adam(0.1))
            clipped(sgd(0.1), clipnorm=0.5)       | chain(clip_by_norm(0.5), sgd(0.1))
            clipped(sgd(0.1), global_clipnorm=1)  | chain(clip_by_global_norm(1), sgd(0.1))
            clipped(adamw(0.1, 0.5), clipvalue=1) | chain([clip_by_value(1), decayed_weights(0.5)], adam(0.1))
            clipped(sgd(0.1))                     | sgd(0.1)
            """)
    void optimizersOfKerasAreMadeOfTheSameLinks(String keras, String chain) {
        assertThat(Optimizer.of(keras).links()).isEqualTo(Optimizer.of(chain).links());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chain                               | The optimizer 'chain' lacks its field 'transformations'.
            chain(clip_by_norm(1))              | The optimizer 'chain' lacks its field 'optimizer'.
            chain(clip_by_norm(0), sgd)         | clip_by_norm needs a positive norm. Received: 0.0.
            chain(clip_by_global_norm(-1), sgd) | clip_by_global_norm needs a positive norm. Received: -1.0.
            chain(clip_by_value(NaN), sgd)      | clip_by_value needs a positive value. Received: NaN.
            chain(decayed_weights(-1), sgd)     | decayed_weights needs a weight_decay of at least 0. Received: -1.0.
            chain(clip, sgd)                    | Unknown gradient transformation 'clip'. Known: clip_by_global_norm, \
            clip_by_norm, clip_by_value, decayed_weights.
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optimizer.of(text))
                .withMessage(message);
    }

    @Test
    void refusesARuleBeforeTheOptimizer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adam.of().after(Sgd.of()))
                .withMessageStartingWith("chain takes one optimizer, after all transformations. Received: Sgd[");
    }
}
