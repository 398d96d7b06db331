/** Networks as values. */
package io.kindling.models;
