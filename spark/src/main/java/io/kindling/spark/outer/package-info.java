/** What is done with the mean of the workers before the next round. */
package io.kindling.spark.outer;
