package io.kindling.spark.sources;

import java.io.Serializable;

/** Some rows of a file. */
record IdxRange(long from, long to) implements Serializable {}
