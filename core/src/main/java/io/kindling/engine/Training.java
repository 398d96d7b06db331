package io.kindling.engine;

import io.kindling.errors.KindlingException;
import io.kindling.losses.Loss;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Optimizer;
import java.util.Objects;

/**
 * How a network is trained, wherever that happens.
 *
 * @param loss what is minimized
 * @param optimizer how
 * @param epochs passes over the data; at least 1
 * @param batchSize examples per step; at least 1
 * @param shuffle whether every epoch sees the examples in another order
 * @param seed the source of all randomness
 * @param weightRules which weights are trained in a way of their own
 */
public record Training(
        Loss loss,
        Optimizer optimizer,
        int epochs,
        int batchSize,
        boolean shuffle,
        long seed,
        WeightRules weightRules) {

    public Training {
        Objects.requireNonNull(loss, "Training needs a loss. Received: null.");
        Objects.requireNonNull(optimizer, "Training needs an optimizer. Received: null.");
        if (epochs < 1) {
            throw new KindlingException("epochs must be at least 1. Received: " + epochs + ".");
        }
        if (batchSize < 1) {
            throw new KindlingException("batchSize must be at least 1. Received: " + batchSize + ".");
        }
    }

    /** All weights trained alike. */
    public Training(Loss loss, Optimizer optimizer, int epochs, int batchSize, boolean shuffle, long seed) {
        this(loss, optimizer, epochs, batchSize, shuffle, seed, WeightRules.NONE);
    }

    /** Keras' defaults for {@code fit}, with Adam: one epoch, mini-batches of 32, shuffled. */
    public static Training of(Loss loss) {
        return new Training(loss, Adam.of(), 1, 32, true, 0);
    }

    /** By the name of a loss, such as {@code "mean_squared_error"}. */
    public static Training of(String loss) {
        return of(Loss.of(loss));
    }

    public Training optimizer(Optimizer optimizer) {
        return new Training(loss, optimizer, epochs, batchSize, shuffle, seed, weightRules);
    }

    public Training epochs(int epochs) {
        return new Training(loss, optimizer, epochs, batchSize, shuffle, seed, weightRules);
    }

    public Training batchSize(int batchSize) {
        return new Training(loss, optimizer, epochs, batchSize, shuffle, seed, weightRules);
    }

    public Training shuffle(boolean shuffle) {
        return new Training(loss, optimizer, epochs, batchSize, shuffle, seed, weightRules);
    }

    public Training seed(long seed) {
        return new Training(loss, optimizer, epochs, batchSize, shuffle, seed, weightRules);
    }

    public Training weightRules(WeightRules weightRules) {
        return new Training(loss, optimizer, epochs, batchSize, shuffle, seed, weightRules);
    }
}
