/** Keras' layers that make one value of several. */
package io.kindling.layers.merging;
