package io.kindling.spark.defaults;

import io.kindling.data.ColumnMoments;
import io.kindling.engine.TrainedNetwork;
import io.kindling.layers.tabular.Normalization;
import io.kindling.spark.data.TrainingData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Labels of a regression with mean 0 and deviation 1, on which a network is trained that a last layer then brings back.
 *
 * @param means of each label
 * @param variances of each label
 */
public record LabelScale(List<Double> means, List<Double> variances) {

    public LabelScale {
        means = List.copyOf(means);
        variances = List.copyOf(variances);
    }

    /** Labels that are always the same keep their size. */
    public static LabelScale of(ColumnMoments labels) {
        List<Double> means = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (int i = 0; i < labels.columns(); i++) {
            double variance = labels.variance(i);
            means.add(labels.mean(i));
            variances.add(variance > 0 && Double.isFinite(variance) ? variance : 1);
        }
        return new LabelScale(means, variances);
    }

    /** Positive labels, which stay so: divided by their mean. */
    public static LabelScale ofPositive(ColumnMoments labels) {
        List<Double> variances = new ArrayList<>();
        for (int i = 0; i < labels.columns(); i++) {
            variances.add((double) (float) (labels.mean(i) * labels.mean(i)));
        }
        return new LabelScale(Collections.nCopies(labels.columns(), 0.0), variances);
    }

    /** The rows with labels so scaled. */
    public TrainingData scaled(TrainingData data) {
        return data.standardizedLabels(
                means.stream().mapToDouble(Double::doubleValue).toArray(),
                variances.stream().mapToDouble(Math::sqrt).toArray());
    }

    /**
     * A network that was trained on scaled labels, made to predict labels as they were.
     *
     * @param outputsPerLabel such as the number of quantiles
     */
    public TrainedNetwork broughtBack(TrainedNetwork trained, int outputsPerLabel) {
        Normalization back = Normalization.of(repeated(means, outputsPerLabel), repeated(variances, outputsPerLabel))
                .invert(true);
        return new TrainedNetwork(trained.network().then(back), trained.weights());
    }

    private static List<Double> repeated(List<Double> values, int times) {
        return values.stream()
                .flatMap(value -> Collections.nCopies(times, value).stream())
                .toList();
    }
}
