package io.kindling.dl4j.training;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.errors.KindlingException;
import io.kindling.losses.BinaryCrossentropy;
import io.kindling.losses.CategoricalCrossentropy;
import io.kindling.losses.CosineSimilarity;
import io.kindling.losses.Hinge;
import io.kindling.losses.KLDivergence;
import io.kindling.losses.Loss;
import io.kindling.losses.MeanAbsoluteError;
import io.kindling.losses.MeanAbsolutePercentageError;
import io.kindling.losses.MeanSquaredError;
import io.kindling.losses.MeanSquaredLogarithmicError;
import io.kindling.losses.Poisson;
import io.kindling.losses.SparseCategoricalCrossentropy;
import io.kindling.losses.SquaredHinge;
import io.kindling.models.NetworkPlan;
import io.kindling.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossCosineProximity;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMAPE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossMSLE;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;

/** The table of losses that DL4J has a counterpart for. */
public final class LossFunctions {
    /** As far as Keras keeps probabilities from 0 and 1. */
    private static final double EPSILON = 1e-7;

    private static final Map<Class<?>, Counterparts<? extends Loss>> TABLE = new HashMap<>();

    static {
        put(CategoricalCrossentropy.class, (loss, activation, columns) -> {
            Counterpart.requireOnly(loss);
            requireSoftmax("categorical_crossentropy", activation);
            return asIs(new LossMCXENT());
        });
        put(SparseCategoricalCrossentropy.class, (loss, activation, columns) -> {
            Counterpart.requireOnly(loss);
            requireSoftmax("sparse_categorical_crossentropy", activation);
            return asIs(new LossSparseMCXENT());
        });
        put(BinaryCrossentropy.class, (loss, activation, columns) -> {
            Counterpart.requireOnly(loss);
            return mean(new LossBinaryXENT(EPSILON), columns);
        });
        put(MeanSquaredError.class, (loss, activation, columns) -> asIs(new LossMSE()));
        put(MeanAbsoluteError.class, (loss, activation, columns) -> asIs(new LossMAE()));
        put(MeanAbsolutePercentageError.class, (loss, activation, columns) -> asIs(new LossMAPE()));
        put(MeanSquaredLogarithmicError.class, (loss, activation, columns) -> asIs(new LossMSLE()));
        put(Poisson.class, (loss, activation, columns) -> mean(new LossPoisson(), columns));
        put(KLDivergence.class, (loss, activation, columns) -> asIs(new LossKLD()));
        put(CosineSimilarity.class, (loss, activation, columns) -> asIs(new LossCosineProximity()));
        put(Hinge.class, (loss, activation, columns) -> new AdaptedLoss(new LossHinge(), 1.0 / columns, 1, true));
        put(
                SquaredHinge.class,
                (loss, activation, columns) -> new AdaptedLoss(new LossSquaredHinge(), 1.0 / columns, 1, true));
    }

    /** The counterpart of one kind of loss after an activation on so many columns. */
    @FunctionalInterface
    private interface Counterparts<L extends Loss> {
        AdaptedLoss of(L loss, Activation activation, int columns);
    }

    private LossFunctions() {}

    private static <L extends Loss> void put(Class<L> loss, Counterparts<L> counterparts) {
        TABLE.put(loss, counterparts);
    }

    /**
     * The loss of a network's output, averaged over the places of an example.
     *
     * @throws KindlingException if DL4J has none
     */
    @SuppressWarnings("unchecked")
    public static AdaptedLoss of(Loss loss, NetworkPlan plan) {
        Counterparts<Loss> counterparts = (Counterparts<Loss>) TABLE.get(loss.getClass());
        if (counterparts == null) {
            throw Counterpart.missing("the loss " + Loss.registry().nameOf(loss));
        }
        Shape output = plan.output();
        AdaptedLoss adapted = counterparts.of(loss, plan.last().layer().outputActivation(), output.last());
        return new AdaptedLoss(adapted.loss(), adapted.factor(), output.size() / output.last(), adapted.signs());
    }

    private static AdaptedLoss asIs(ILossFunction loss) {
        return new AdaptedLoss(loss, 1, 1, false);
    }

    private static AdaptedLoss mean(ILossFunction loss, int columns) {
        return new AdaptedLoss(loss, 1.0 / columns, 1, false);
    }

    /** Keras divides outputs by their sum, which DL4J does not: only that of a softmax is one. */
    private static void requireSoftmax(String loss, Activation activation) {
        Counterpart.require(activation instanceof Softmax, "the loss " + loss + " without a softmax at the end");
    }
}
