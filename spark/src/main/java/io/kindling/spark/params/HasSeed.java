package io.kindling.spark.params;

import org.apache.spark.ml.param.LongParam;

/** The source of all randomness: same data, seed and number of workers, same model. */
public interface HasSeed<S> extends FluentParams<S> {

    default LongParam seed() {
        return new LongParam(this, "seed", "the source of all randomness");
    }

    default long getSeed() {
        return (long) getOrDefault(seed());
    }

    default S setSeed(long value) {
        set(seed(), value);
        return self();
    }
}
