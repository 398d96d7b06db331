/** A layer of one's own, known by name in files and on executors. */
package io.kindling.examples.extension;
