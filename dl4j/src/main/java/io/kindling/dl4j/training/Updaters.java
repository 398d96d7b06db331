package io.kindling.dl4j.training;

import io.kindling.dl4j.graph.Counterpart;
import io.kindling.errors.KindlingException;
import io.kindling.optimizers.Adadelta;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Adamax;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Sgd;
import io.kindling.optimizers.schedules.Constant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** The table of optimizers that DL4J has the same formula for. */
public final class Updaters {
    private static final Map<Class<?>, Function<Optimizer, IUpdater>> TABLE = new HashMap<>();

    static {
        put(Sgd.class, Updaters::sgd);
        put(Adam.class, Updaters::adam);
        put(Adamax.class, Updaters::adamax);
        put(Adadelta.class, Updaters::adadelta);
    }

    private Updaters() {}

    @SuppressWarnings("unchecked")
    private static <O extends Optimizer> void put(Class<O> optimizer, Function<O, IUpdater> counterpart) {
        TABLE.put(optimizer, (Function<Optimizer, IUpdater>) counterpart);
    }

    /**
     * The same optimizer in DL4J.
     *
     * @throws KindlingException if it has none
     */
    public static IUpdater of(Optimizer optimizer) {
        Function<Optimizer, IUpdater> counterpart = TABLE.get(optimizer.getClass());
        if (counterpart == null) {
            throw Counterpart.missing("the optimizer " + Optimizer.registry().nameOf(optimizer));
        }
        return counterpart.apply(optimizer);
    }

    private static IUpdater sgd(Sgd sgd) {
        ScheduledRate rate = ScheduledRate.of(sgd.learningRate());
        if (sgd.momentum() == 0) {
            return new org.nd4j.linalg.learning.config.Sgd(rate);
        }
        Counterpart.require(
                sgd.nesterov(), "the optimizer sgd with momentum=" + sgd.momentum() + " and nesterov=false");
        return Nesterovs.builder()
                .learningRateSchedule(rate)
                .momentum(sgd.momentum())
                .build();
    }

    private static IUpdater adam(Adam adam) {
        ScheduledRate rate = ScheduledRate.of(adam.learningRate());
        return adam.amsgrad()
                ? AMSGrad.builder()
                        .learningRateSchedule(rate)
                        .beta1(adam.beta1())
                        .beta2(adam.beta2())
                        .epsilon(adam.epsilon())
                        .build()
                : org.nd4j.linalg.learning.config.Adam.builder()
                        .learningRateSchedule(rate)
                        .beta1(adam.beta1())
                        .beta2(adam.beta2())
                        .epsilon(adam.epsilon())
                        .build();
    }

    private static IUpdater adamax(Adamax adamax) {
        AdaMax counterpart = new AdaMax(1, adamax.beta1(), adamax.beta2(), adamax.epsilon());
        counterpart.setLrAndSchedule(1, ScheduledRate.of(adamax.learningRate()));
        return counterpart;
    }

    /** DL4J's has no learning rate, as in the paper. */
    private static IUpdater adadelta(Adadelta adadelta) {
        Counterpart.require(
                adadelta.learningRate().equals(Constant.of(1)),
                "the optimizer adadelta with a learning_rate other than 1");
        return new AdaDelta(adadelta.rho(), adadelta.epsilon());
    }
}
