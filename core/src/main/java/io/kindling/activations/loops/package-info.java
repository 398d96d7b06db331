/** The loops of those activations that the JIT needs help with: plain ones for every JVM, and the choice between these and vectors. */
package io.kindling.activations.loops;
