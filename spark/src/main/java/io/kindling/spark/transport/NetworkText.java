package io.kindling.spark.transport;

import io.kindling.activations.custom.UserFunctions;
import io.kindling.models.Network;
import java.io.Serializable;

/** A network as it travels with tasks: JSON, and the functions that users registered, which JSON only names. */
public final class NetworkText implements Serializable {
    private static final long serialVersionUID = 1;
    private static final LastRead<Network> NETWORKS = new LastRead<>(Network::fromCompleteJson);

    private final String json;
    private final UserFunctions functions;

    private NetworkText(String json, UserFunctions functions) {
        this.json = json;
        this.functions = functions;
    }

    public static NetworkText of(Network network) {
        return new NetworkText(network.toJson(), UserFunctions.registered());
    }

    /** The network alone. */
    public String json() {
        return json;
    }

    /** The network, all its functions registered in this process. */
    public Network network() {
        functions.register();
        return NETWORKS.of(json);
    }
}
