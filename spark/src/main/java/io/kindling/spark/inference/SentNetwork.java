package io.kindling.spark.inference;

import io.kindling.engine.TrainedNetwork;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.spark.transport.NetworkText;
import java.io.Serializable;

/** A trained network as it is broadcast to the executors. */
final class SentNetwork implements Serializable {
    private static final long serialVersionUID = 1;

    private final NetworkText network;
    private final float[] trainable;
    private final float[] nonTrainable;

    SentNetwork(TrainedNetwork trained) {
        this.network = NetworkText.of(trained.network());
        this.trainable = trained.weights().trainable();
        this.nonTrainable = trained.weights().nonTrainable();
    }

    Sequential network() {
        return network.network();
    }

    Weights weights() {
        return new Weights(trainable, nonTrainable);
    }
}
