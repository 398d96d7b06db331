/** Training on executors: rounds of local steps, averaged. */
package io.kindling.spark.training;
