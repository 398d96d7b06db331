/** How good predictions are. */
package io.kindling.metrics;
