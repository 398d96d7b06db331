/** Names: one registry per kind of thing drives parsing, printing and JSON. */
package io.kindling.registry;
