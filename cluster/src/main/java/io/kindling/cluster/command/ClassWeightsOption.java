package io.kindling.cluster.command;

import io.kindling.cluster.model.Target;
import io.kindling.errors.KindlingException;
import io.kindling.spark.NetworkEstimator;
import io.kindling.spark.NeuralNetworkClassifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How much the rows of each class count. */
final class ClassWeightsOption {
    private static final String NAME = "--class-weights";
    private static final String BALANCED = "balanced";

    @Option(
            names = NAME,
            paramLabel = "W",
            description =
                    "How much the rows of each class count: balanced, so that all classes count alike together, or"
                            + " factors such as \"yes=5,no=1\"; 1 for a class that is not named.")
    private String weights;

    /** Refuses what are no weights. */
    void requireValid() {
        if (weights != null && !weights.equals(BALANCED)) {
            factors();
        }
    }

    /**
     * Sets what was asked for.
     *
     * @throws KindlingException if there are no classes, or none of a name that was given
     */
    void applyTo(NetworkEstimator<?, ?> estimator, Target target) {
        if (weights == null) {
            return;
        }
        if (!(estimator instanceof NeuralNetworkClassifier classifier)) {
            throw new KindlingException(NAME + " needs classes, and the column '" + target.column()
                    + "' is learned as amounts. --task classification takes its numbers for classes.");
        }
        classifier.setClassWeights(weights.equals(BALANCED) ? target.balancedWeights() : named(target));
    }

    private double[] named(Target target) {
        double[] all = new double[target.classes()];
        Arrays.fill(all, 1);
        factors().forEach((label, factor) -> all[target.indexOf(label)] = factor);
        return all;
    }

    private Map<String, Double> factors() {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (String part : List.of(weights.split(","))) {
            int end = part.lastIndexOf('=');
            double factor =
                    end < 0 ? Double.NaN : number(part.substring(end + 1).strip());
            if (!(factor >= 0 && Double.isFinite(factor))) {
                throw new KindlingException(
                        NAME + " must be balanced, or a number of at least 0 for each class, such as"
                                + " \"yes=5,no=1\". Received: " + weights + ".");
            }
            factors.put(part.substring(0, end).strip(), factor);
        }
        return factors;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
