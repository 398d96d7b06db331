/** Tables from file formats that Spark does not read itself. */
package io.kindling.spark.sources;
