/** Kindling beside other engines on the same machine: same weights, same mini-batches, taking turns. One package per benchmark. */
package io.kindling.benchmarks;
