package io.kindling.dl4j.graph;

import java.util.List;
import java.util.Optional;

/**
 * One of a layer's weights as a parameter of its DL4J layer.
 *
 * @param name the parameter's name, {@code "W"}
 * @param weight which of the layer's weights it is, in Keras' order
 * @param sources where each value of the parameter, row-major, is in the weight; nothing, if they lie alike
 * @param encoding what its values say of the weight's
 */
public record Parameter(String name, int weight, Optional<int[]> sources, Encoding encoding) {

    /** A weight whose values lie elsewhere. */
    public static Parameter reordered(String name, int weight, int[] sources) {
        return new Parameter(name, weight, Optional.of(sources), Encoding.PLAIN);
    }

    /** A weight that lies alike in both. */
    public static Parameter alike(String name, int weight) {
        return new Parameter(name, weight, Optional.empty(), Encoding.PLAIN);
    }

    /** A kernel and, unless it is left out, a bias b. */
    public static List<Parameter> kernelAndBias(Parameter kernel, boolean useBias) {
        return useBias ? List.of(kernel, alike("b", 1)) : List.of(kernel);
    }

    /** The same of a layer inside another. */
    public Parameter inside(String prefix, int firstWeight) {
        return new Parameter(prefix + name, firstWeight + weight, sources, encoding);
    }
}
