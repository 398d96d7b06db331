package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.core.Dense;
import io.kindling.tensor.Shape;
import org.deeplearning4j.nn.conf.layers.DenseLayer;

/** {@link Dense}: every place of an example is a row. */
final class DenseTranslator implements Translator<Dense> {

    @Override
    public void translate(Dense layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, "units", "activation", "useBias", "kernelRegularizer", "biasRegularizer");
        DenseLayer.Builder builder = new DenseLayer.Builder()
                .nIn(input.last())
                .nOut(layer.units())
                .hasBias(layer.useBias())
                .activation(ActivationFunctions.of(layer.activation()));
        Penalties.set(builder, layer.kernel().regularizer(), layer.bias().regularizer());
        translation.add(
                builder.build(),
                Arrangement.rows(input.last()),
                Arrangement.rows(layer.units()),
                Parameter.kernelAndBias(Parameter.alike("W", 0), layer.useBias()));
    }
}
