/** Layers: immutable descriptions that bind themselves to buffers and run. */
package io.kindling.layers;
