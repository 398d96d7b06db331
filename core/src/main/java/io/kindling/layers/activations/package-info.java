/** Keras' activations that Keras also has as layers of their own. */
package io.kindling.layers.activations;
