package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Workers that train at the same time, each on its share of the rows; as many as the cluster runs tasks if it is not set. */
public interface HasNumWorkers<S> extends FluentParams<S> {

    default IntParam numWorkers() {
        return new PositiveIntParam(
                this,
                "numWorkers",
                "workers that train at the same time, each on its share of the rows; as many as the cluster runs tasks if it is not set");
    }

    default int getNumWorkers() {
        return (int) getOrDefault(numWorkers());
    }

    default S setNumWorkers(int value) {
        set(numWorkers(), value);
        return self();
    }
}
