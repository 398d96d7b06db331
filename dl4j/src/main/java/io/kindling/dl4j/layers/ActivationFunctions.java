package io.kindling.dl4j.layers;

import io.kindling.activations.Activation;
import io.kindling.activations.Celu;
import io.kindling.activations.Elu;
import io.kindling.activations.HardTanh;
import io.kindling.activations.LeakyRelu;
import io.kindling.activations.Linear;
import io.kindling.activations.Mish;
import io.kindling.activations.Relu;
import io.kindling.activations.Relu6;
import io.kindling.activations.Selu;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Silu;
import io.kindling.activations.Softmax;
import io.kindling.activations.Softplus;
import io.kindling.activations.Softsign;
import io.kindling.activations.Tanh;
import io.kindling.activations.Threshold;
import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Translation;
import io.kindling.errors.KindlingException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/** The table of activations that DL4J has a counterpart for. */
public final class ActivationFunctions {
    private static final Map<Class<?>, Function<Activation, IActivation>> TABLE = new HashMap<>();

    static {
        put(Linear.class, linear -> new ActivationIdentity());
        put(Relu.class, ActivationFunctions::relu);
        put(LeakyRelu.class, leaky -> new ActivationLReLU(leaky.negativeSlope()));
        put(Elu.class, elu -> elu(elu.alpha(), "elu"));
        put(Celu.class, celu -> elu(celu.alpha(), "celu"));
        put(Selu.class, selu -> new ActivationSELU());
        put(Sigmoid.class, sigmoid -> new ActivationSigmoid());
        put(Tanh.class, tanh -> new ActivationTanH());
        put(Softmax.class, softmax -> new ActivationSoftmax());
        put(Softplus.class, softplus -> new ActivationSoftPlus());
        put(Silu.class, silu -> new ActivationSwish());
        put(Relu6.class, relu6 -> new ActivationReLU6());
        put(Softsign.class, softsign -> new ActivationSoftSign());
        put(HardTanh.class, hardTanh -> new ActivationHardTanH());
        put(Mish.class, mish -> new ActivationMish());
        put(Threshold.class, ActivationFunctions::threshold);
    }

    private ActivationFunctions() {}

    @SuppressWarnings("unchecked")
    private static <A extends Activation> void put(Class<A> activation, Function<A, IActivation> counterpart) {
        TABLE.put(activation, (Function<Activation, IActivation>) counterpart);
    }

    /**
     * The same function in DL4J.
     *
     * @throws KindlingException if it has none
     */
    public static IActivation of(Activation activation) {
        Function<Activation, IActivation> counterpart = TABLE.get(activation.getClass());
        if (counterpart == null) {
            throw Counterpart.missing("the activation " + Activation.registry().nameOf(activation));
        }
        return counterpart.apply(activation);
    }

    /** Adds an activation as a layer of its own, unless it changes nothing. */
    public static void add(Activation activation, int columns, Translation translation) {
        if (activation.isIdentity()) {
            return;
        }
        ActivationLayer layer = new ActivationLayer(of(activation));
        if (mixesColumns(activation)) {
            translation.addInPlace(layer, Arrangement.rows(columns));
        } else {
            translation.addInPlace(layer);
        }
    }

    /** Whether it needs all channels of one place in a row. */
    public static boolean mixesColumns(Activation activation) {
        return activation instanceof Softmax;
    }

    private static IActivation relu(Relu relu) {
        return relu.equals(Relu.of())
                ? new ActivationReLU()
                : new ActivationReLU(relu.maxValue(), relu.threshold(), relu.negativeSlope());
    }

    /** DL4J's derivative does not know alpha. */
    private static IActivation elu(double alpha, String name) {
        Counterpart.require(alpha == 1, "the activation " + name + " with alpha=" + alpha);
        return new ActivationELU();
    }

    private static IActivation threshold(Threshold threshold) {
        Counterpart.require(
                threshold.defaultValue() == 0,
                "the activation threshold with default_value=" + threshold.defaultValue());
        return new ActivationThresholdedReLU(threshold.threshold());
    }
}
