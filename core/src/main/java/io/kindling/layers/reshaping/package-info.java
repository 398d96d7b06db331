/** Keras' layers that only move values. */
package io.kindling.layers.reshaping;
