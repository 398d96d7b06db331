/** Activation functions with their derivatives, under Keras' names. */
package io.kindling.activations;
