/** Reference values that Keras 3 computed in double precision, and how they are compared. */
package io.kindling.golden;
