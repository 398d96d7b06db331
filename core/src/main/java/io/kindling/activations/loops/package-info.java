/** Loops of activations that the JIT does not vectorize well: plain ones for every JVM, and those in the Vector API. */
package io.kindling.activations.loops;
