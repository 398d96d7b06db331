/** Random numbers as pure functions of a key: the same key, the same numbers, on every machine. */
package io.kindling.random;
