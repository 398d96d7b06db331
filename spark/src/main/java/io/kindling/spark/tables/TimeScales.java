package io.kindling.spark.tables;

import java.io.Serializable;

/**
 * The scales of the two parts of a date that are numbers.
 *
 * @param years of the year
 * @param days of the days since the first date of training
 */
record TimeScales(Scale years, Scale days) implements Serializable {}
