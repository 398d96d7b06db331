/** Functions that users write as Java code: what they implement, how they are checked, and how they reach executors. */
package io.kindling.activations.custom;
