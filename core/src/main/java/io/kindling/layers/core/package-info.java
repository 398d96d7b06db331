/** Keras' layers everything else is built of: products, activations, embeddings, masks. */
package io.kindling.layers.core;
