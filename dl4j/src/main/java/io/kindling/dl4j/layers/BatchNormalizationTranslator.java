package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Encoding;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * {@link BatchNormalization}: every place of an example is a row. DL4J has gamma and beta, or neither; its JSON knows moving
 * variances only as logarithms of deviations.
 */
final class BatchNormalizationTranslator implements Translator<BatchNormalization> {

    @Override
    public void translate(BatchNormalization layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, "momentum", "epsilon", "center", "scale");
        Counterpart.require(
                layer.center() == layer.scale(), "center=" + layer.center() + " with scale=" + layer.scale());
        int columns = input.last();
        boolean fixed = !layer.scale();
        translation.add(
                new org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder(1, 0, fixed)
                        .decay(layer.momentum())
                        .eps(layer.epsilon())
                        .useLogStd(true)
                        .nIn(columns)
                        .nOut(columns)
                        .build(),
                Arrangement.rows(columns),
                Arrangement.rows(columns),
                parameters(fixed));
    }

    private static List<Parameter> parameters(boolean fixed) {
        return fixed
                ? List.of(Parameter.alike("mean", 0), variance(1))
                : List.of(
                        Parameter.alike("gamma", 0),
                        Parameter.alike("beta", 1),
                        Parameter.alike("mean", 2),
                        variance(3));
    }

    private static Parameter variance(int weight) {
        return new Parameter("log10stdev", weight, Optional.empty(), Encoding.LOG_DEVIATION);
    }
}
