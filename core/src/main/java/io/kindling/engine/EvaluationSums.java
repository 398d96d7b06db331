package io.kindling.engine;

import io.kindling.metrics.Metric;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an evaluation adds up, so that parts can be evaluated apart. */
public final class EvaluationSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final long examples;
    private final double weight;
    private final double loss;
    private final double[] metrics;

    EvaluationSums(long examples, double weight, double loss, double[] metrics) {
        this.examples = examples;
        this.weight = weight;
        this.loss = loss;
        this.metrics = metrics;
    }

    /** The sums of nothing. */
    public static EvaluationSums none(int metrics) {
        return new EvaluationSums(0, 0, 0, new double[metrics]);
    }

    /** These and others. */
    public EvaluationSums plus(EvaluationSums other) {
        double[] sums = metrics.clone();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.metrics[i];
        }
        return new EvaluationSums(examples + other.examples, weight + other.weight, loss + other.loss, sums);
    }

    /**
     * The means.
     *
     * @param names the metrics, in the order they were summed
     */
    public Evaluation means(List<Metric> names) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < metrics.length; i++) {
            means.put(Metric.registry().format(names.get(i)), metrics[i] / weight);
        }
        return new Evaluation(examples, loss / weight, means);
    }
}
