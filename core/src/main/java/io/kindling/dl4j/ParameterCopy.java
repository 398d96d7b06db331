package io.kindling.dl4j;

import io.kindling.models.Weights;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the values of one DL4J parameter are among the weights of a network.
 *
 * @param key the parameter's name in the network, {@code "3_W"}
 * @param trainable in which of the two vectors
 * @param offset where the weight starts there
 * @param size how many values it has
 * @param sources as in {@link Parameter}
 * @param encoding as in {@link Parameter}
 */
record ParameterCopy(String key, boolean trainable, int offset, int size, int[] sources, Encoding encoding) {

    void write(Weights weights, Function<String, INDArray> parameters) {
        float[] vector = vector(weights);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = encoding.encode(vector[place(i)]);
        }
        INDArray parameter = parameters.apply(key);
        parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
    }

    void read(Function<String, INDArray> parameters, Weights weights) {
        float[] vector = vector(weights);
        float[] values = parameters.apply(key).dup('c').data().asFloat();
        for (int i = 0; i < size; i++) {
            vector[place(i)] = encoding.decode(values[i]);
        }
    }

    private float[] vector(Weights weights) {
        return trainable ? weights.trainable() : weights.nonTrainable();
    }

    private int place(int i) {
        return offset + (sources == null ? i : sources[i]);
    }
}
