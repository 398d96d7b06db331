package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.layers.recurrent.SimpleRNN;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;

/** {@link SimpleRNN}. */
final class SimpleRnnCell implements RecurrentCell<SimpleRNN> {

    @Override
    public BaseRecurrentLayer layer(SimpleRNN layer, int inputs) {
        Counterpart.requireOnly(
                layer,
                "units",
                "activation",
                "useBias",
                "kernelRegularizer",
                "recurrentRegularizer",
                "biasRegularizer",
                "returnSequences");
        RecurrentCells.requireBias(layer.useBias());
        SimpleRnn.Builder builder = new SimpleRnn.Builder()
                .activation(ActivationFunctions.of(layer.activation()))
                .dataFormat(RNNFormat.NCW)
                .nIn(inputs)
                .nOut(layer.units());
        RecurrentCells.penalize(builder, layer);
        return builder.build();
    }

    @Override
    public List<Parameter> parameters(SimpleRNN layer, int inputs) {
        return List.of(Parameter.alike("W", 0), Parameter.alike("RW", 1), Parameter.alike("b", 2));
    }

    @Override
    public boolean returnSequences(SimpleRNN layer) {
        return layer.returnSequences();
    }
}
