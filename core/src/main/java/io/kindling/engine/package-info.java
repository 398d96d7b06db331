/** Running networks: parameters, gradients, training steps. */
package io.kindling.engine;
