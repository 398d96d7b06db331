/** Layers for the columns of tables: scaling, encodings of numbers and categories, members that share a kernel. */
package io.kindling.layers.tabular;
