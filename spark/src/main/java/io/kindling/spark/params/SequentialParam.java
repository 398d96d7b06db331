package io.kindling.spark.params;

import io.kindling.models.Sequential;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** A whole network as one param, saved as its JSON. */
final class SequentialParam extends Param<Sequential> {
    private static final long serialVersionUID = 1;

    SequentialParam(Params parent, String name, String doc) {
        super(parent, name, doc);
    }

    @Override
    public String jsonEncode(Sequential value) {
        return value.toJson();
    }

    @Override
    public Sequential jsonDecode(String json) {
        return Sequential.fromCompleteJson(json);
    }
}
