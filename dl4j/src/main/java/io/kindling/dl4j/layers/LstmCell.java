package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Order;
import io.kindling.dl4j.graph.Parameter;
import io.kindling.layers.recurrent.LSTM;
import java.util.List;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;

/** {@link LSTM}; DL4J's columns are candidate, forget, output, input. */
final class LstmCell implements RecurrentCell<LSTM> {
    /** Which of i, f, g, o each of DL4J's blocks of columns is. */
    private static final int[] BLOCKS = {2, 1, 3, 0};

    @Override
    public BaseRecurrentLayer layer(LSTM layer, int inputs) {
        Counterpart.requireOnly(
                layer,
                "units",
                "activation",
                "recurrentActivation",
                "useBias",
                "unitForgetBias",
                "kernelRegularizer",
                "recurrentRegularizer",
                "biasRegularizer",
                "returnSequences");
        RecurrentCells.requireBias(layer.useBias());
        org.deeplearning4j.nn.conf.layers.LSTM.Builder builder = new org.deeplearning4j.nn.conf.layers.LSTM.Builder()
                .gateActivationFunction(ActivationFunctions.of(layer.recurrentActivation()))
                .activation(ActivationFunctions.of(layer.activation()))
                .dataFormat(RNNFormat.NCW)
                .nIn(inputs)
                .nOut(layer.units());
        RecurrentCells.penalize(builder, layer);
        return builder.build();
    }

    @Override
    public List<Parameter> parameters(LSTM layer, int inputs) {
        int units = layer.units();
        return List.of(
                Parameter.reordered("W", 0, Order.ofColumnBlocks(inputs, units, BLOCKS)),
                Parameter.reordered("RW", 1, Order.ofColumnBlocks(units, units, BLOCKS)),
                Parameter.reordered("b", 2, Order.ofColumnBlocks(1, units, BLOCKS)));
    }

    @Override
    public boolean returnSequences(LSTM layer) {
        return layer.returnSequences();
    }
}
