/** Files: weights and networks. */
package io.kindling.persistence;
