package io.kindling.spark.training;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Sgd;
import io.kindling.registry.Registry;

/** Texts that name outer optimizers: those of optimizers, and some more. */
final class OuterOptimizerText {
    static final String AVERAGE = "average";

    /** A text that is no optimizer's. */
    private interface Form {

        OuterOptimizer meaning();
    }

    private record Average() implements Form {

        @Override
        public OuterOptimizer meaning() {
            return OuterOptimizer.AVERAGE;
        }
    }

    /** As saved stages of earlier versions have it. */
    private record Momentum(double rate, double momentum) implements Form {

        @Override
        public OuterOptimizer meaning() {
            return OuterOptimizer.of(Sgd.of(rate).momentum(momentum));
        }
    }

    /** As saved stages of earlier versions have it. */
    private record Nesterov(double rate, double momentum) implements Form {

        @Override
        public OuterOptimizer meaning() {
            return OuterOptimizer.of(Sgd.of(rate).momentum(momentum).nesterov(true));
        }
    }

    private static final Registry<Form> FORMS = Registry.of("outer optimizer", Form.class)
            .add(AVERAGE, new Average())
            .add("momentum", new Momentum(1, 0.8))
            .add("nesterov", new Nesterov(1, 0.8))
            .build();

    private OuterOptimizerText() {}

    /** What a text names. */
    static OuterOptimizer read(String text) {
        String name = text.split("\\(", 2)[0].strip();
        return FORMS.names().stream().anyMatch(name::equalsIgnoreCase)
                ? FORMS.parse(text).meaning()
                : OuterOptimizer.of(optimizer(text));
    }

    private static Optimizer optimizer(String text) {
        try {
            return Optimizer.of(text);
        } catch (KindlingException refused) {
            throw new KindlingException(
                    "outerOptimizer must be average or an optimizer. " + refused.getMessage(), refused);
        }
    }
}
