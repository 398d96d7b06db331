/** Tables from files, and which of their columns a network can use. */
package io.kindling.cluster.data;
