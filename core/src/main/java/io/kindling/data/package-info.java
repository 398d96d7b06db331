/** Training examples in compact blocks, and mini-batches drawn from them. */
package io.kindling.data;
