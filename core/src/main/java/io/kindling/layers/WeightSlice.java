package io.kindling.layers;

/**
 * One weight's place in the network's vector.
 *
 * @param spec what the weight is
 * @param vector the vector it lies in
 * @param offset where it starts
 */
public record WeightSlice(WeightSpec spec, WeightVector vector, int offset) {

    /** The same place under another name. */
    public WeightSlice named(String name) {
        return new WeightSlice(spec.named(name), vector, offset);
    }

    public float[] values() {
        return vector.values();
    }

    public float[] gradient() {
        return vector.gradient();
    }

    /** How many values it has. */
    public int size() {
        return spec.shape().size();
    }
}
