/** From rows to the compact blocks of each worker. */
package io.kindling.spark.data;
