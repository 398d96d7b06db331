package io.kindling.losses;

import io.kindling.errors.KindlingException;

/** What the focal losses share: the factor {@code miss^gamma}, small where the prediction is right already. */
final class Focus {

    private Focus() {}

    static void require(String loss, double alpha, double gamma) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new KindlingException(loss + " needs an alpha in [0, 1]. Received: " + alpha + ".");
        }
        if (!(gamma >= 0 && Double.isFinite(gamma))) {
            throw new KindlingException(loss + " needs a gamma of at least 0. Received: " + gamma + ".");
        }
    }

    static double factor(double miss, double gamma) {
        return gamma == 2 ? miss * miss : Math.pow(miss, gamma);
    }

    /** The factor's derivative; finite also where gamma is below one and nothing is missed. */
    static double derivative(double miss, double gamma) {
        if (gamma == 0) {
            return 0;
        }
        return gamma == 2 ? 2 * miss : gamma * Math.pow(Math.max(miss, Probabilities.EPSILON), gamma - 1);
    }
}
