/** A real standalone Spark cluster on this machine: a master and workers as processes of their own, on loopback. */
package io.kindling.cluster.standalone;
