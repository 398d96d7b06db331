package io.kindling.linalg;

import io.kindling.math.Lanes;
import java.util.function.Supplier;

/** Chooses the products with sparse rows for a JVM that has the Vector API. */
public final class VectorSparseProductSupplier implements Supplier<SparseProduct> {
    @Override
    public SparseProduct get() {
        return Lanes.ARE_WORTHWHILE ? new VectorSparseProduct() : new PlainSparseProduct();
    }
}
