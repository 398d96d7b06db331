/** Predicting rows in batches. */
package io.kindling.spark.inference;
