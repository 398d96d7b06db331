/** Limits that weights are brought back to after every step. */
package io.kindling.constraints;
