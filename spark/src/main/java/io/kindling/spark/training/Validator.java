package io.kindling.spark.training;

import io.kindling.engine.Evaluation;
import io.kindling.engine.TrainedNetwork;
import io.kindling.models.Weights;
import io.kindling.spark.checkpoint.Position;
import io.kindling.spark.checkpoint.Position.BestEpoch;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/** Measures a network after every epoch of its training, remembers the best one and says when to stop. */
final class Validator {
    private final JavaSparkContext context;
    private final Validation validation;
    private final TrainingSetup setup;
    private final TrainingListener listener;

    Validator(JavaSparkContext context, Validation validation, TrainingSetup setup, TrainingListener listener) {
        this.context = context;
        this.validation = validation;
        this.setup = setup;
        this.listener = listener;
    }

    /** Judges the epoch that has ended at a position. */
    Position judged(Position position) {
        int epoch = position.epoch();
        listener.validationStarts(epoch);
        Weights weights = position.state().weights();
        Evaluation evaluation = validation.evaluate(
                context,
                new TrainedNetwork(setup.network(), weights),
                setup.training().loss());
        double value = validation.monitor().valueOf(evaluation);
        BestEpoch best = position.best()
                .filter(earlier -> !validation.improves(value, earlier.value()))
                .orElseGet(() -> new BestEpoch(epoch - 1, value, weights));
        boolean stops = validation.stopsAfter(epoch - 1 - best.epoch());
        listener.epochValidated(epoch, evaluation);
        if (stops) {
            listener.noticed("Training stops after epoch " + epoch + ": "
                    + validation.monitor().name() + " was best in epoch " + (best.epoch() + 1) + ", with "
                    + best.value() + ".");
        }
        return position.judged(best, stops);
    }

    /** The weights of the best epoch, if they are to be the result. */
    Optional<Weights> restored(Position end) {
        return end.best().filter(best -> validation.restoreBestWeights()).map(BestEpoch::weights);
    }
}
