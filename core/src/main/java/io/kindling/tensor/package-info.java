/** Shapes of arrays. */
package io.kindling.tensor;
