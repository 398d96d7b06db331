/** How gradients change weights. */
package io.kindling.optimizers;
