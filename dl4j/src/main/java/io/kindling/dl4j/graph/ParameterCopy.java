package io.kindling.dl4j.graph;

import io.kindling.models.Weights;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the values of one DL4J parameter are among the weights of a network.
 *
 * @param vertex whose parameter it is
 * @param name the parameter's name there, {@code "W"}
 * @param trainable in which of the two vectors
 * @param offset where the weight starts there
 * @param size how many values it has
 * @param sources as in {@link Parameter}
 * @param encoding as in {@link Parameter}
 */
public record ParameterCopy(
        String vertex,
        String name,
        boolean trainable,
        int offset,
        int size,
        Optional<int[]> sources,
        Encoding encoding) {

    public void write(Weights weights, ComputationGraph network) {
        float[] vector = vector(weights);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = encoding.encode(vector[place(i)]);
        }
        INDArray parameter = parameter(network);
        parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
    }

    public void read(ComputationGraph network, Weights weights) {
        float[] vector = vector(weights);
        float[] values = parameter(network).dup('c').data().asFloat();
        for (int i = 0; i < size; i++) {
            vector[place(i)] = encoding.decode(values[i]);
        }
    }

    private INDArray parameter(ComputationGraph network) {
        return network.getLayer(vertex).getParam(name);
    }

    private float[] vector(Weights weights) {
        return trainable ? weights.trainable() : weights.nonTrainable();
    }

    private int place(int i) {
        return offset + sources.map(places -> places[i]).orElse(i);
    }
}
