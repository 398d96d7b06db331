/** Elementary functions on single precision numbers, written so that loops over them stay fast. */
package io.kindling.math;
