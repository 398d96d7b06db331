/** The {@code kindling} command, and the jar that spark-submit ships. */
package io.kindling.cluster;
