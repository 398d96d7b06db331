package io.kindling.engine;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Tensor;
import io.kindling.layers.WeightSlice;
import io.kindling.models.Operation;
import java.util.List;
import java.util.Optional;

/**
 * An operation of a network, ready to run on the network's values.
 *
 * @param operation what it is
 * @param number the number of the value it gives
 * @param inputs the values it is given, as they are at the time
 * @param layer its running form
 * @param trainable the places of its weights that gradients change
 * @param wanted which of its inputs' gradients are needed
 * @param trained whether it is gone through backward: where it, or what comes before it, is trained
 * @param penalty the penalty on its output, in training
 */
record BoundOperation(
        Operation operation,
        int number,
        List<Tensor> inputs,
        BoundLayer layer,
        List<WeightSlice> trainable,
        List<Boolean> wanted,
        boolean trained,
        Optional<OutputPenalty> penalty)
        implements AutoCloseable {

    /** What it gives for its inputs. */
    Tensor forward(ForwardPass pass) {
        Tensor y = layer.forward(inputs, pass.forLayer(operation.position()));
        return operation.layer().supportsMasking() ? y : y.unmasked();
    }

    /** The sum of the penalties on what it gave for the examples. */
    double penalty(Tensor y) {
        return penalty.map(penalized -> penalized.of(y)).orElse(0.0);
    }

    /** Goes back from the gradient of its output, and adds those of its inputs to what they have. */
    void backward(Tensor y, GradientSums gradients) {
        float[] dy = gradients.of(number);
        penalty.ifPresent(penalized -> penalized.addGradient(y, dy));
        List<float[]> inputs = layer.gradients(dy, y.rows());
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i)) {
                int size = y.rows() * operation.inputShapes().get(i).size();
                gradients.add(operation.inputs().get(i), inputs.get(i), size);
            }
        }
    }

    @Override
    public void close() {
        layer.close();
    }
}
