package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.core.Embedding;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** {@link Embedding}: every number of an example is a row. DL4J can have nothing below, as no gradient comes out. */
final class EmbeddingTranslator implements Translator<Embedding> {

    @Override
    public void translate(Embedding layer, Shape input, Translation translation) {
        Counterpart.requireOnly(layer, "inputDim", "outputDim", "embeddingsRegularizer");
        Counterpart.require(translation.value().isInput(), "an Embedding above other layers");
        EmbeddingLayer.Builder builder = new EmbeddingLayer.Builder()
                .nIn(layer.inputDim())
                .nOut(layer.outputDim())
                .hasBias(false)
                .activation(new ActivationIdentity());
        Penalties.set(builder, layer.embeddings().regularizer(), Optional.empty());
        translation.addOnInput(
                builder.build(),
                Arrangement.rows(1),
                Arrangement.rows(layer.outputDim()),
                List.of(Parameter.alike("W", 0)));
    }
}
