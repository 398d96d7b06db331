package io.kindling.guide;

import io.kindling.activations.Gelu;
import io.kindling.activations.Linear;
import io.kindling.activations.Relu;
import io.kindling.activations.Selu;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Silu;
import io.kindling.activations.Softmax;
import io.kindling.activations.Softplus;
import io.kindling.activations.Tanh;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.HeNormal;
import io.kindling.initializers.LecunNormal;
import io.kindling.losses.BinaryCrossentropy;
import io.kindling.losses.Loss;
import io.kindling.losses.MeanSquaredError;
import io.kindling.losses.SparseCategoricalCrossentropy;
import io.kindling.models.NetworkPlan;
import java.util.List;
import java.util.stream.Stream;

/** Says which activation, initializer and loss usually go together, and notices networks where they do not. */
public final class ActivationGuide {

    private ActivationGuide() {}

    /** What the last layer of a network needs for a task. */
    public static Advice forOutput(OutputTask task) {
        return switch (task) {
            case BINARY ->
                Advice.output(
                        new Sigmoid(),
                        new GlorotUniform(),
                        BinaryCrossentropy.of(),
                        "One output between 0 and 1 is the probability of yes.");
            case MULTI_CLASS ->
                Advice.output(
                        new Softmax(),
                        new GlorotUniform(),
                        SparseCategoricalCrossentropy.of(),
                        "The outputs are probabilities that sum to one, as classes that exclude each other need;"
                                + " for labels that are one-hot vectors, categorical_crossentropy is the same loss.");
            case MULTI_LABEL ->
                Advice.output(
                        new Sigmoid(),
                        new GlorotUniform(),
                        BinaryCrossentropy.of(),
                        "Every output is a probability of its own, so several classes can be true at once.");
            case REGRESSION ->
                Advice.output(
                        new Linear(),
                        new GlorotUniform(),
                        new MeanSquaredError(),
                        "Nothing limits the output; huber bears outliers better.");
            case POSITIVE_REGRESSION ->
                Advice.output(
                        new Softplus(),
                        new GlorotUniform(),
                        new MeanSquaredError(),
                        "The output is always above zero, and its slope never vanishes as relu's does;"
                                + " for counts, exponential with the poisson loss is usual.");
        };
    }

    /** What a hidden layer needs in its place. */
    public static Advice forHidden(HiddenPlace place) {
        return switch (place) {
            case ORDINARY ->
                Advice.hidden(
                        Relu.of(),
                        new HeNormal(),
                        "It is cheap and passes gradients on undiminished;"
                                + " He initialization makes up for the half of the numbers that become zero.");
            case DEEP ->
                Advice.hidden(
                        new Silu(),
                        new HeNormal(),
                        "It is smooth and has a slope left of zero, so units seldom die in a deep stack;"
                                + " leaky_relu is cheaper, elu, mish and gelu are alternatives.");
            case RECURRENT ->
                Advice.hidden(
                        new Tanh(),
                        new GlorotUniform(),
                        "It keeps the state between -1 and 1 from step to step; gates stay sigmoid,"
                                + " and an orthogonal recurrent kernel neither stretches nor shrinks the state.");
            case SELF_NORMALIZING ->
                Advice.hidden(
                        new Selu(),
                        new LecunNormal(),
                        "With these weights and standardized features, mean 0 and variance 1 stay through all layers;"
                                + " of the dropouts only AlphaDropout keeps them.");
            case TRANSFORMER ->
                Advice.hidden(
                        Gelu.of(),
                        new GlorotUniform(),
                        "It is what BERT and GPT were trained with: smooth, and nearly relu far from zero.");
        };
    }

    /**
     * What is unusual about a network: one sentence each, naming the layer by position and name and saying what is
     * usual; none if nothing is.
     *
     * @param loss what training minimizes
     * @param labels what is known of the labels
     */
    public static List<String> warnings(NetworkPlan network, Loss loss, LabelFacts labels) {
        return Stream.concat(
                        SeluWarnings.of(network.layers()).stream(), OutputWarnings.of(network, loss, labels).stream())
                .toList();
    }
}
