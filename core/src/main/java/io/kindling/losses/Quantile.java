package io.kindling.losses;

import io.kindling.errors.KindlingException;
import io.kindling.registry.SingleOrList;
import java.util.Arrays;
import java.util.List;

/**
 * The pinball loss, whose minimum is at quantiles of the targets: with e = t - y it is {@code q · e} for e ≥ 0 and
 * {@code (q - 1) · e} for e &lt; 0, the mean over the outputs. Each target has an output for every quantile, in their order.
 *
 * <p>Koenker and Bassett, "Regression quantiles", Econometrica 46, 1978. After {@code OrderedOutputs} the quantiles do not
 * cross.
 *
 * @param quantiles each in (0, 1), increasing
 */
public record Quantile(@SingleOrList List<Double> quantiles) implements Loss {

    public Quantile {
        if (quantiles == null || quantiles.isEmpty() || !areIncreasing(quantiles)) {
            throw new KindlingException(
                    "quantile needs quantiles between 0 and 1, increasing. Received: " + quantiles + ".");
        }
        quantiles = List.copyOf(quantiles);
    }

    /** False for NaN. */
    private static boolean areIncreasing(List<Double> quantiles) {
        double before = 0;
        for (Double quantile : quantiles) {
            if (quantile == null || !(quantile > before && quantile < 1)) {
                return false;
            }
            before = quantile;
        }
        return true;
    }

    /** The median alone. */
    public static Quantile of() {
        return of(0.5);
    }

    public static Quantile of(double... quantiles) {
        return new Quantile(Arrays.stream(quantiles).boxed().toList());
    }

    /** One for all quantiles of it. */
    @Override
    public int targetColumns(int outputColumns) {
        return outputColumns / quantiles.size();
    }

    @Override
    public int outputColumns(int targetColumns) {
        return targetColumns * quantiles.size();
    }

    @Override
    public void requireOutputs(int columns) {
        if (columns % quantiles.size() != 0) {
            throw new KindlingException("quantile needs " + quantiles.size()
                    + " outputs for each label, one for each of " + quantiles + ". Received: " + columns + ".");
        }
    }

    @Override
    public double value(float[] target, float[] weight, float[] output, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < columns; i++) {
                int at = row * columns + i;
                double error = (double) target[at / quantiles.size()] - output[at];
                double quantile = quantiles.get(i % quantiles.size());
                sum += Math.max(quantile * error, (quantile - 1) * error);
            }
            total += weight[row] * sum / columns;
        }
        return total;
    }

    @Override
    public void gradient(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            double scale = (double) weight[row] / rows / columns;
            for (int i = 0; i < columns; i++) {
                int at = row * columns + i;
                double quantile = quantiles.get(i % quantiles.size());
                gradient[at] = (float) (scale * derivative(quantile, target[at / quantiles.size()], output[at]));
            }
        }
    }

    /** Between the slopes of both sides where target and output are equal. */
    private static double derivative(double quantile, float target, float output) {
        if (target == output) {
            return 0.5 - quantile;
        }
        return output > target ? 1 - quantile : -quantile;
    }
}
