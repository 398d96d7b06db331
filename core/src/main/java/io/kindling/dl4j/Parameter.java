package io.kindling.dl4j;

import java.util.List;

/**
 * One of a layer's weights as a parameter of its DL4J layer.
 *
 * @param name the parameter's name, {@code "W"}
 * @param weight which of the layer's weights it is, in Keras' order
 * @param sources where each value of the parameter, row-major, is in the weight; null if they lie alike
 * @param encoding what its values say of the weight's
 */
record Parameter(String name, int weight, int[] sources, Encoding encoding) {

    /** A weight whose values lie elsewhere. */
    static Parameter reordered(String name, int weight, int[] sources) {
        return new Parameter(name, weight, sources, Encoding.PLAIN);
    }

    /** A weight that lies alike in both. */
    static Parameter alike(String name, int weight) {
        return reordered(name, weight, null);
    }

    /** A kernel W and, unless it is left out, a bias b. */
    static List<Parameter> kernelAndBias(int[] kernelSources, boolean useBias) {
        Parameter kernel = reordered("W", 0, kernelSources);
        return useBias ? List.of(kernel, alike("b", 1)) : List.of(kernel);
    }

    /** The same of a layer inside another. */
    Parameter inside(String prefix, int firstWeight) {
        return new Parameter(prefix + name, firstWeight + weight, sources, encoding);
    }
}
