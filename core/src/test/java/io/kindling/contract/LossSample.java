package io.kindling.contract;

import io.kindling.losses.Loss;
import java.util.List;

/**
 * A loss with an output it is made for: probabilities after softmax or sigmoid, rates after softplus. Poisson after
 * outputs of either sign is NaN in Keras too, and left out.
 *
 * @param loss by name
 * @param activation the network's last
 * @param targets what is true
 */
record LossSample(String loss, String activation, Targets targets) {
    static final List<LossSample> ALL = List.of(
            new LossSample("categorical_crossentropy", "softmax", Targets.ONE_HOT),
            new LossSample("sparse_categorical_crossentropy", "softmax", Targets.CLASS),
            new LossSample("categorical_focal_crossentropy", "softmax", Targets.ONE_HOT),
            new LossSample("kl_divergence", "softmax", Targets.DISTRIBUTION),
            new LossSample("binary_crossentropy", "sigmoid", Targets.YES_NO),
            new LossSample("binary_focal_crossentropy", "sigmoid", Targets.YES_NO),
            new LossSample("poisson", "softplus", Targets.POSITIVE),
            new LossSample("mean_squared_logarithmic_error", "softplus", Targets.POSITIVE),
            new LossSample("categorical_hinge", "linear", Targets.ONE_HOT),
            new LossSample("hinge", "linear", Targets.SIGNS),
            new LossSample("squared_hinge", "linear", Targets.SIGNS),
            new LossSample("mean_squared_error", "linear", Targets.NUMBERS),
            new LossSample("mean_absolute_error", "linear", Targets.NUMBERS),
            new LossSample("mean_absolute_percentage_error", "linear", Targets.POSITIVE),
            new LossSample("huber", "linear", Targets.NUMBERS),
            new LossSample("log_cosh", "linear", Targets.NUMBERS),
            new LossSample("quantile", "linear", Targets.NUMBERS),
            new LossSample("cosine_similarity", "linear", Targets.NUMBERS));

    Loss toLoss() {
        return Loss.of(loss);
    }
}
