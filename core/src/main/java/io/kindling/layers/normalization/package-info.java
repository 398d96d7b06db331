/** Keras' layers that bring values to a common scale. */
package io.kindling.layers.normalization;
