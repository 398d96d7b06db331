/** Texts in the cells of a table, and what they stand for. */
package io.kindling.cluster.cells;
