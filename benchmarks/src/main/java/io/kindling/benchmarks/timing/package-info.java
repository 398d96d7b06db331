/** Stopwatches and medians. */
package io.kindling.benchmarks.timing;
