package io.kindling.spark.tables;

/**
 * Which texts are told apart.
 *
 * @param most how many
 * @param leastCount how often they must occur
 */
record CategoryRules(int most, int leastCount) {}
