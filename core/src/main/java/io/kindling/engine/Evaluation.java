package io.kindling.engine;

import java.util.Map;

/**
 * How good a network is on some examples.
 *
 * @param examples how many
 * @param loss the weighted mean of their losses
 * @param metrics the mean of each metric, by its name
 */
public record Evaluation(long examples, double loss, Map<String, Double> metrics) {}
