package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.activations.PReLU;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.PReLULayer;

/** {@link PReLU}, on row-major numbers: DL4J does not mind what the axes stand for. */
final class PReLUTranslator implements Translator<PReLU> {
    /** DL4J's gradient fails beyond: "no more than SD_MAX_RANK*2 times the alpha array length". */
    private static final int LARGEST_SHARE = 64;

    @Override
    public void translate(PReLU layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, "alphaRegularizer", "sharedAxes");
        int slopes = layer.weights(input).get(0).shape().size();
        long share = (long) translation.batchSize() * input.size() / slopes;
        Counterpart.require(
                share <= LARGEST_SHARE,
                "slopes each used " + share + " times in a mini-batch, at most " + LARGEST_SHARE + " times");
        PReLULayer.Builder builder = new PReLULayer.Builder().inputShape(longs(input.dimensions()));
        if (!layer.sharedAxes().isEmpty()) {
            builder.sharedAxes(longs(layer.sharedAxes()));
        }
        Penalties.set(builder, layer.alpha().regularizer(), Optional.empty());
        Arrangement rowMajor = Arrangement.of(input);
        translation.add(builder.build(), rowMajor, rowMajor, List.of(Parameter.alike("W", 0)));
    }

    private static long[] longs(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue).toArray();
    }
}
