package io.kindling.examples.gallery;

/**
 * The time of an activation divided by that of relu in the same JVM.
 *
 * @param timesRelu in a JVM as it is
 * @param timesReluWithVectorApi in one started with {@code --add-modules=jdk.incubator.vector}
 */
record Cost(double timesRelu, double timesReluWithVectorApi) {}
