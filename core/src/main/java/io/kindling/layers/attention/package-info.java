/** Keras' attention, and what tells it where in a sequence it is. */
package io.kindling.layers.attention;
