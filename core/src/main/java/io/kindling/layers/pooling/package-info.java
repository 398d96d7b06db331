/** Keras' the largest or the mean of each window. */
package io.kindling.layers.pooling;
