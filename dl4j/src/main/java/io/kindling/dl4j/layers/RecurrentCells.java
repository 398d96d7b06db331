package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Counterpart;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.Recurrent;
import io.kindling.layers.recurrent.SimpleRNN;
import io.kindling.models.Layers;
import io.kindling.regularizers.Regularizer;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;

/** The table of recurrent layers that DL4J has a counterpart for, and what they share. */
final class RecurrentCells {
    private static final Map<Class<?>, RecurrentCell<?>> TABLE =
            Map.of(LSTM.class, new LstmCell(), SimpleRNN.class, new SimpleRnnCell());

    private RecurrentCells() {}

    /**
     * The cell of a layer.
     *
     * @throws KindlingException if DL4J has none
     */
    @SuppressWarnings("unchecked")
    static RecurrentCell<Layer> of(Layer layer) {
        RecurrentCell<?> cell = TABLE.get(layer.getClass());
        if (cell == null) {
            throw Counterpart.missing(Layers.registry().nameOf(layer));
        }
        return (RecurrentCell<Layer>) cell;
    }

    /** DL4J has one penalty for both kernels, and always a bias. */
    static void penalize(BaseLayer.Builder<?> builder, Recurrent<?> layer) {
        Optional<Regularizer> kernel = layer.kernel().regularizer();
        Counterpart.require(
                kernel.equals(layer.recurrent().regularizer()),
                "a kernel_regularizer other than the recurrent_regularizer");
        Penalties.set(builder, kernel, layer.bias().regularizer());
    }

    static void requireBias(boolean useBias) {
        Counterpart.require(useBias, "use_bias=false");
    }
}
