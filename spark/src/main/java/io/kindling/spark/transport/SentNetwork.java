package io.kindling.spark.transport;

import io.kindling.engine.TrainedNetwork;
import io.kindling.models.Weights;
import java.io.Serializable;

/** A trained network as it is broadcast to the executors. */
public final class SentNetwork implements Serializable {
    private static final long serialVersionUID = 1;

    private final NetworkText network;
    private final float[] trainable;
    private final float[] nonTrainable;

    public SentNetwork(TrainedNetwork trained) {
        this.network = NetworkText.of(trained.network());
        this.trainable = trained.weights().trainable();
        this.nonTrainable = trained.weights().nonTrainable();
    }

    /** The network with its numbers, which are not copied. */
    public TrainedNetwork trained() {
        return new TrainedNetwork(network.network(), new Weights(trainable, nonTrainable));
    }
}
