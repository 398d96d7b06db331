/** Which activation, initializer and loss go together. */
package io.kindling.guide;
