/** Keras' layers that disturb training so that it generalizes. */
package io.kindling.layers.regularization;
