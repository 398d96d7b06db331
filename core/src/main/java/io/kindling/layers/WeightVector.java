package io.kindling.layers;

/**
 * The weights of a running network, end to end in one array, with their gradient beside them.
 *
 * <p>Layers hold native copies of their weights; {@link #version()} tells them when a copy is out of date.
 */
public final class WeightVector {
    private final float[] values;
    private final float[] gradient;
    private long version;

    /** A vector of zeros; without room for a gradient if it is never trained. */
    public WeightVector(int size, boolean training) {
        this.values = new float[size];
        this.gradient = new float[training ? size : 0];
    }

    /** The weights themselves; whoever changes them calls {@link #changed()}. */
    public float[] values() {
        return values;
    }

    /** The derivative of the loss by each weight; empty outside training. */
    public float[] gradient() {
        return gradient;
    }

    /** A number that grows with every change. */
    public long version() {
        return version;
    }

    /** Says that the values are others now. */
    public void changed() {
        version++;
    }
}
