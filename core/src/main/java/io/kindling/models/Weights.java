package io.kindling.models;

/**
 * The numbers of a network, end to end in the order of its layers and of Keras' {@code get_weights}. The arrays are
 * not copied: whoever holds them leaves them as they are.
 *
 * @param trainable what gradients change
 * @param nonTrainable what training changes by other means, such as moving means
 */
public record Weights(float[] trainable, float[] nonTrainable) {}
