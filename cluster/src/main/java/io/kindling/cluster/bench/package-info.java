/** Benchmarks that ship: Kindling beside other engines, same weights, same mini-batches, alternating. */
package io.kindling.cluster.bench;
