/** The params of the stages, one interface each. */
package io.kindling.spark.params;
