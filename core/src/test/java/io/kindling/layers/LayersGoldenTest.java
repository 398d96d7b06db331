package io.kindling.layers;

import static io.kindling.golden.Closeness.ONE_CALL;
import static io.kindling.golden.Closeness.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import io.kindling.golden.KerasObject;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every layer's output, and its gradients by input and weights, are those of Keras. */
class LayersGoldenTest {
    private static final Set<String> NOT_YET = Set.of();

    private final GoldenCases cases = new GoldenCases(
            Golden.cases("layers"),
            one -> one.get("case").textValue(),
            one -> keras(one).isSupported());

    @TestFactory
    Stream<DynamicTest> agreesWithKeras() {
        return cases.tests(LayersGoldenTest::check);
    }

    @Test
    void leavesOutOnlyWhatIsListed() {
        cases.assertLeftOut(NOT_YET);
    }

    static void check(JsonNode one) {
        Layer layer = keras(one).read();
        Shape input = Golden.exampleShape(one.get("x"));
        int rows = one.get("x").size();
        List<WeightSlice> weights = weights(layer.weights(List.of(input)), one.get("weights"));
        int outputs = rows * layer.outputShape(List.of(input)).size();
        try (BoundParts bound = BoundParts.of(layer, input, rows, weights)) {
            ForwardPass pass = new ForwardPass(one.get("training").booleanValue(), RandomKey.of(1));
            float[] y = bound.forward(Golden.floats(one.get("x")), rows, pass);
            assertClose("y", Arrays.copyOf(y, outputs), one.get("y"), ONE_CALL);

            float[] dx = bound.backward(Golden.floats(one.get("upstream")), rows);
            if (one.has("dx")) {
                assertClose("dx", Arrays.copyOf(dx, rows * input.size()), one.get("dx"), ONE_CALL);
            }
        }
        for (int i = 0; i < weights.size(); i++) {
            String name = one.get("weight_names").get(i).textValue();
            WeightSlice weight = weights.get(i);
            if (weight.spec().trainable()) {
                float[] gradient = slice(weight.gradient(), weight);
                assertClose("gradient of " + name, gradient, one.get("dweights").get(name), ONE_CALL);
            } else if (one.has("weights_after")) {
                float[] after = slice(weight.values(), weight);
                assertClose(name + " after", after, one.get("weights_after").get(i), ONE_CALL);
            }
        }
    }

    /** The weights laid into two vectors as a network does it, each some way from the start. */
    private static List<WeightSlice> weights(List<WeightSpec> specs, JsonNode values) {
        int room = 3 + specs.stream().mapToInt(spec -> spec.shape().size()).sum();
        WeightVector trainable = new WeightVector(room, true);
        WeightVector nonTrainable = new WeightVector(room, false);
        List<WeightSlice> slices = new ArrayList<>();
        int offset = 3;
        for (int i = 0; i < specs.size(); i++) {
            WeightSpec spec = specs.get(i);
            WeightSlice slice = new WeightSlice(spec, spec.trainable() ? trainable : nonTrainable, offset);
            System.arraycopy(Golden.floats(values.get(i)), 0, slice.values(), offset, slice.size());
            slices.add(slice);
            offset += slice.size();
        }
        trainable.changed();
        nonTrainable.changed();
        return slices;
    }

    private static float[] slice(float[] vector, WeightSlice weight) {
        return Arrays.copyOfRange(vector, weight.offset(), weight.offset() + weight.size());
    }

    static KerasObject<Layer> keras(JsonNode one) {
        ObjectNode config = one.get("config").deepCopy();
        if (one.get("layer").textValue().equals("Bidirectional")) {
            // The file leaves out what is wrapped.
            ObjectNode wrapped = config.putObject("layer").put("class_name", "LSTM");
            wrapped.putObject("config").put("units", 3).put("return_sequences", true);
        }
        return new KerasObject<>(Layer.class, one.get("layer").textValue(), config);
    }
}
