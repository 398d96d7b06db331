/** The graph that a network becomes: vertices, how numbers lie between them, and where weights go. */
package io.kindling.dl4j.graph;
