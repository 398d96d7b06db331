/** PyTorch in processes of its own, and its scripts. */
package io.kindling.benchmarks.torch;
