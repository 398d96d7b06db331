package io.kindling.spark.training;

import io.kindling.engine.Training;
import io.kindling.losses.Loss;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Optimizer;
import io.kindling.spark.transport.NetworkText;
import java.io.Serializable;

/** A network and how to train it, as text that travels with a task. */
final class TrainingSpec implements Serializable {
    private static final long serialVersionUID = 1;

    private final NetworkText network;
    private final String loss;
    private final String optimizer;
    private final int epochs;
    private final int batchSize;
    private final boolean shuffle;
    private final long seed;

    TrainingSpec(Sequential network, Training training) {
        this.network = NetworkText.of(network);
        this.loss = Loss.registry().format(training.loss());
        this.optimizer = Optimizer.registry().format(training.optimizer());
        this.epochs = training.epochs();
        this.batchSize = training.batchSize();
        this.shuffle = training.shuffle();
        this.seed = training.seed();
    }

    Sequential network() {
        return network.network();
    }

    Training training() {
        return new Training(Loss.of(loss), Optimizer.of(optimizer), epochs, batchSize, shuffle, seed);
    }
}
