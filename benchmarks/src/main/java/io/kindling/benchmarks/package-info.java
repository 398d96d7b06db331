/** Kindling beside other engines on the same machine: same weights, same mini-batches, alternating. One package per benchmark. */
package io.kindling.benchmarks;
