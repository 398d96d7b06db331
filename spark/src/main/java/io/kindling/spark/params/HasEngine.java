package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** What trains the network. */
public interface HasEngine<S> extends FluentParams<S> {

    default Param<String> engine() {
        return new Param<>(
                this, "engine", "what trains the network: kindling, or dl4j where Deeplearning4j is at hand");
    }

    default String getEngine() {
        return getOrDefault(engine());
    }

    default S setEngine(String value) {
        set(engine(), value);
        return self();
    }
}
