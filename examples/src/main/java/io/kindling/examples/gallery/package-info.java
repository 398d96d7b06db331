/** The page and the pictures of all activations. */
package io.kindling.examples.gallery;
