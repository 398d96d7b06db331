/** One translator for each kind of layer, and the table of them. */
package io.kindling.dl4j.layers;
