/** Checkpoints: what a training needs to go on after its driver has died. */
package io.kindling.spark.checkpoint;
