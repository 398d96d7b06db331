package io.kindling.spark.training;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The vectors of a training state, cut into slices that are numbered through: trainable weights, other weights, then
 * each vector of the optimizer. Each slice can be sent and averaged by itself.
 */
final class StateSlices implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Floats per slice: with the header of its array not quite half a megabyte. The garbage collector gives larger arrays
     * whole regions of their own, often of a megabyte, so that a megabyte would take up twice the memory.
     */
    private static final int SLICE = (1 << 17) - 16;

    private final int[] vectorSizes;
    /** The number of the first slice of each vector, and the number of all. */
    private final int[] firstSlices;

    StateSlices(int trainable, int nonTrainable, int slots) {
        vectorSizes = new int[2 + slots];
        Arrays.fill(vectorSizes, trainable);
        vectorSizes[1] = nonTrainable;
        firstSlices = new int[vectorSizes.length + 1];
        for (int i = 0; i < vectorSizes.length; i++) {
            firstSlices[i + 1] = firstSlices[i] + (vectorSizes[i] + SLICE - 1) / SLICE;
        }
    }

    static StateSlices of(TrainingState state) {
        return new StateSlices(
                state.weights().trainable().length, state.weights().nonTrainable().length, state.slots().length);
    }

    /** How many slices there are. */
    int count() {
        return firstSlices[vectorSizes.length];
    }

    /** How many floats there are in all. */
    long floats() {
        long floats = 0;
        for (int size : vectorSizes) {
            floats += size;
        }
        return floats;
    }

    byte[] pack(TrainingState state, int slice) {
        int vector = vectorOf(slice);
        return FloatBytes.of(vector(state, vector), offset(slice, vector), size(slice, vector));
    }

    byte[][] pack(TrainingState state) {
        byte[][] slices = new byte[count()][];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = pack(state, i);
        }
        return slices;
    }

    TrainingState unpack(byte[][] slices, long step) {
        float[][] slots = new float[vectorSizes.length - 2][vectorSizes[0]];
        TrainingState state =
                new TrainingState(new Weights(new float[vectorSizes[0]], new float[vectorSizes[1]]), slots, step);
        for (int i = 0; i < slices.length; i++) {
            int vector = vectorOf(i);
            FloatBytes.copy(slices[i], vector(state, vector), offset(i, vector));
        }
        return state;
    }

    private int vectorOf(int slice) {
        int vector = 0;
        while (firstSlices[vector + 1] <= slice) {
            vector++;
        }
        return vector;
    }

    private int offset(int slice, int vector) {
        return (slice - firstSlices[vector]) * SLICE;
    }

    private int size(int slice, int vector) {
        return Math.min(SLICE, vectorSizes[vector] - offset(slice, vector));
    }

    private static float[] vector(TrainingState state, int vector) {
        return switch (vector) {
            case 0 -> state.weights().trainable();
            case 1 -> state.weights().nonTrainable();
            default -> state.slots()[vector - 2];
        };
    }
}
