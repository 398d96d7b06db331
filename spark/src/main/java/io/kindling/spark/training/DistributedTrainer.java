package io.kindling.spark.training;

import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.models.Network;
import io.kindling.spark.data.TrainingData;

/** How a network is fitted to a distributed data set. */
public interface DistributedTrainer {

    /**
     * Trains a network.
     *
     * @param network its input stated
     */
    TrainedNetwork train(Network network, Training training, TrainingData data, TrainingListener listener);
}
