/** How weights start. */
package io.kindling.initializers;
