/** Keras' layers that go through a sequence step by step, and those that wrap others. */
package io.kindling.layers.recurrent;
