/** Matrices in native memory and their products: the only place that calls ND4J's BLAS. */
package io.kindling.linalg;
