/** Rounds of averaging, and what goes through the driver. */
package io.kindling.benchmarks.averaging;
