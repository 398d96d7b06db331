/** Penalties on weights. */
package io.kindling.regularizers;
