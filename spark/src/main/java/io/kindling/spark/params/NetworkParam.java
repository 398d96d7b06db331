package io.kindling.spark.params;

import io.kindling.models.Network;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** A whole network as one param, saved as its JSON. */
final class NetworkParam extends Param<Network> {
    private static final long serialVersionUID = 1;

    NetworkParam(Params parent, String name, String doc) {
        super(parent, name, doc);
    }

    @Override
    public String jsonEncode(Network value) {
        return value.toJson();
    }

    @Override
    public Network jsonDecode(String json) {
        return Network.fromCompleteJson(json);
    }
}
