package io.kindling.examples.gallery;

import static io.kindling.examples.gallery.Saturation.BOTH;
import static io.kindling.examples.gallery.Saturation.LEFT;
import static io.kindling.examples.gallery.Saturation.RIGHT;
import static java.lang.Double.NaN;

import java.util.List;

/** The facts of all activations, in the order of the registry. */
final class AllFacts {
    static final List<ActivationFacts> LIST = List.of(
            ActivationFacts.of(
                            "linear",
                            "f(x) = x",
                            Range.all(),
                            "Layers with nothing else between them are no more than one layer.",
                            "the output of a regression")
                    .centred(),
            ActivationFacts.of(
                            "relu",
                            "f(x) = max(x, 0)",
                            Range.from(0),
                            "Its slope of one passes gradients on undiminished.",
                            "hidden layers of most networks, with he_normal")
                    .saturating(LEFT)
                    .flat(0, NaN)
                    .withZeros(),
            ActivationFacts.of(
                    "leaky_relu",
                    "f(x) = x for x ≥ 0, negative_slope · x below",
                    Range.all(),
                    "The slope is 0.2 by default, 0.3 in the layer LeakyReLU; PReLU learns one per feature.",
                    "hidden layers where units of relu die, with he_normal"),
            ActivationFacts.of(
                            "elu",
                            "f(x) = x for x > 0, alpha · (e^x − 1) below",
                            Range.above(-1),
                            "Its values below zero draw the mean of a layer towards zero.",
                            "hidden layers of deep networks, with he_normal")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "selu",
                            "f(x) = 1.0507 · x for x > 0, 1.7581 · (e^x − 1) below",
                            Range.above(-1.7580993),
                            "With lecun_normal and standardized features, mean 0 and variance 1 stay through all layers.",
                            "stacks of dense layers without batch normalization, with lecun_normal and AlphaDropout")
                    .centred()
                    .saturating(LEFT),
            ActivationFacts.of(
                            "sigmoid",
                            "f(x) = 1 / (1 + e^−x)",
                            Range.open(0, 1),
                            "Its slope is at most 1/4, so gradients vanish through many layers of it.",
                            "the output for two classes or for several that can be true at once; gates")
                    .saturating(BOTH),
            ActivationFacts.of(
                            "tanh",
                            "f(x) = (e^x − e^−x) / (e^x + e^−x)",
                            Range.open(-1, 1),
                            "A sigmoid stretched around zero, with a slope of at most one.",
                            "recurrent layers, with glorot_uniform and orthogonal recurrent weights")
                    .centred()
                    .saturating(BOTH),
            ActivationFacts.of(
                            "softmax",
                            "f(x)_j = e^(x_j) / Σ_k e^(x_k)",
                            Range.open(0, 1),
                            "A row sums to one.",
                            "the output for classes that exclude each other; attention")
                    .saturating(BOTH),
            ActivationFacts.of(
                            "softplus",
                            "f(x) = log(1 + e^x)",
                            Range.above(0),
                            "A smooth relu; its slope is the sigmoid.",
                            "the output of a regression whose labels are positive")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "silu",
                            "f(x) = x · σ(x)",
                            Range.from(-0.2784645),
                            "Also called swish; smooth, and it falls before it rises.",
                            "hidden layers of deep networks, with he_normal")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "gelu",
                            "f(x) = x · Φ(x)",
                            Range.from(-0.1699707),
                            "Φ is the normal distribution function; gelu(approximate=True) is the form with tanh.",
                            "the dense layers of transformers")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "relu6",
                            "f(x) = min(max(x, 0), 6)",
                            Range.closed(0, 6),
                            "Its values fit into few bits. It becomes flat at 6, right of the picture.",
                            "networks that will run in low precision")
                    .saturating(BOTH)
                    .flat(0, 6)
                    .withZeros(),
            ActivationFacts.of(
                            "celu",
                            "f(x) = x for x > 0, alpha · (e^(x / alpha) − 1) below",
                            Range.above(-1),
                            "As elu for alpha = 1; for others its slope has no jump at zero.",
                            "hidden layers, in place of elu")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "log_softmax",
                            "f(x)_j = x_j − log Σ_k e^(x_k)",
                            Range.below(0),
                            "Exact also where the softmax rounds to zero.",
                            "outputs that are compared as log-probabilities")
                    .saturating(RIGHT),
            ActivationFacts.of(
                            "softsign",
                            "f(x) = x / (1 + |x|)",
                            Range.open(-1, 1),
                            "Like tanh, but it nears its ends far more slowly.",
                            "in place of tanh")
                    .centred()
                    .saturating(BOTH),
            ActivationFacts.of(
                            "exponential",
                            "f(x) = e^x",
                            Range.above(0),
                            "It grows so fast that large inputs overflow.",
                            "the output for counts, with the poisson loss")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "hard_sigmoid",
                            "f(x) = min(max(x / 6 + 1/2, 0), 1)",
                            Range.closed(0, 1),
                            "A sigmoid of three lines.",
                            "gates, where the sigmoid costs too much")
                    .saturating(BOTH)
                    .flat(-3, 3),
            ActivationFacts.of(
                            "hard_silu",
                            "f(x) = x · min(max(x / 6 + 1/2, 0), 1)",
                            Range.from(-0.375),
                            "Also called hard_swish.",
                            "networks for small devices, in place of silu")
                    .saturating(LEFT)
                    .flat(-3, NaN),
            ActivationFacts.of(
                            "hard_tanh",
                            "f(x) = min(max(x, −1), 1)",
                            Range.closed(-1, 1),
                            "A tanh of three lines.",
                            "where tanh costs too much")
                    .centred()
                    .saturating(BOTH)
                    .flat(-1, 1),
            ActivationFacts.of(
                            "hard_shrink",
                            "f(x) = x for |x| > threshold, else 0",
                            Range.all(),
                            "The threshold is 0.5 by default; there it jumps.",
                            "sparse codes")
                    .centred()
                    .withZeros(),
            ActivationFacts.of(
                            "soft_shrink",
                            "f(x) = sign(x) · max(|x| − threshold, 0)",
                            Range.all(),
                            "The threshold is 0.5 by default; it does not jump.",
                            "sparse codes, denoising")
                    .centred()
                    .withZeros(),
            ActivationFacts.of(
                            "tanh_shrink", "f(x) = x − tanh(x)", Range.all(), "Very flat around zero.", "sparse codes")
                    .centred(),
            ActivationFacts.of(
                            "threshold(1, 0)",
                            "f(x) = x for x > threshold, else default_value",
                            Range.from(0),
                            "The picture has the threshold 1 and the value 0; there are no defaults.",
                            "units that keep silent until their input is large")
                    .saturating(LEFT)
                    .flat(1, NaN)
                    .withZeros(),
            ActivationFacts.of(
                            "log_sigmoid",
                            "f(x) = −log(1 + e^−x)",
                            Range.below(0),
                            "The logarithm of the sigmoid, exact also where that rounds to zero.",
                            "outputs that are compared as log-probabilities")
                    .saturating(RIGHT),
            ActivationFacts.of(
                            "mish",
                            "f(x) = x · tanh(log(1 + e^x))",
                            Range.from(-0.3088434),
                            "Smooth, and it falls before it rises, as silu does.",
                            "hidden layers of deep networks, mostly for images")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "squareplus",
                            "f(x) = (x + √(x² + b)) / 2",
                            Range.above(0),
                            "A softplus without exponentials; b is 4 by default.",
                            "in place of softplus")
                    .saturating(LEFT),
            ActivationFacts.of(
                            "sparse_plus",
                            "f(x) = 0 for x ≤ −1, (x + 1)² / 4 between, x for x ≥ 1",
                            Range.from(0),
                            "A smooth relu with exact zeros; its slope is sparse_sigmoid.",
                            "hidden layers that shall be sparse and smooth")
                    .saturating(LEFT)
                    .flat(-1, NaN)
                    .withZeros(),
            ActivationFacts.of(
                            "sparse_sigmoid",
                            "f(x) = min(max((x + 1) / 2, 0), 1)",
                            Range.closed(0, 1),
                            "A sigmoid that reaches its ends.",
                            "gates that can close completely")
                    .saturating(BOTH)
                    .flat(-1, 1)
                    .withZeros(),
            ActivationFacts.of(
                            "sparsemax",
                            "f(x)_j = max(x_j − τ, 0), with τ such that the row sums to one",
                            Range.closed(0, 1),
                            "A softmax with exact zeros.",
                            "attention to few things; classes of which most are impossible")
                    .saturating(BOTH)
                    .flat(-1, 1)
                    .withZeros(),
            ActivationFacts.of(
                            "glu",
                            "f(x)_j = x_j · σ(x_(j + columns/2))",
                            Range.all(),
                            "The second half of the columns are gates, so the output has half as many;"
                                    + " in the picture the gate is at 0 and halves.",
                            "gated convolutions and transformers")
                    .centred());

    private AllFacts() {}
}
