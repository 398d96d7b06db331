/** Images of digits, and the network that tells them apart. */
package io.kindling.benchmarks.digits;
