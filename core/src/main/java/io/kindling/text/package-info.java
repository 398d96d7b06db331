/** Texts for people. */
package io.kindling.text;
