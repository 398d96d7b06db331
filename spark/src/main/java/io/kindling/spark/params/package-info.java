/** The params of the stages, an interface for each topic. */
package io.kindling.spark.params;
