package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Counterpart;
import io.kindling.regularizers.L1;
import io.kindling.regularizers.L1L2;
import io.kindling.regularizers.L2;
import io.kindling.regularizers.Regularizer;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseLayer;

/** Regularizers translated to DL4J, where the factor of the squares counts half. */
final class Penalties {

    private Penalties() {}

    /** Sets the penalties on a layer's weights. */
    static void set(BaseLayer.Builder<?> builder, Optional<Regularizer> ofKernels, Optional<Regularizer> ofBias) {
        L1L2 kernels = ofKernels.map(Penalties::factors).orElse(new L1L2(0, 0));
        L1L2 bias = ofBias.map(Penalties::factors).orElse(new L1L2(0, 0));
        builder.l1(kernels.l1()).l2(2 * kernels.l2()).l1Bias(bias.l1()).l2Bias(2 * bias.l2());
    }

    private static L1L2 factors(Regularizer regularizer) {
        if (regularizer instanceof L1 l1) {
            return new L1L2(l1.l1(), 0);
        } else if (regularizer instanceof L2 l2) {
            return new L1L2(0, l2.l2());
        } else if (regularizer instanceof L1L2 both) {
            return both;
        }
        throw Counterpart.missing("the regularizer " + Regularizer.registry().nameOf(regularizer));
    }
}
