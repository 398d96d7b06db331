/** Keras' convolutions: windows of an input, times a kernel. */
package io.kindling.layers.convolutional;
