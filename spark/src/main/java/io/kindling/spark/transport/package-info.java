/** How networks travel to executors. */
package io.kindling.spark.transport;
