package io.kindling.spark.checkpoint;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import io.kindling.persistence.VectorFile;
import java.util.Map;
import java.util.TreeMap;

/** A checkpoint as vectors and texts by name. */
final class CheckpointContent {
    private static final String TRAINABLE = "trainable";
    private static final String NON_TRAINABLE = "non_trainable";
    private static final String SLOT = "slot_";
    private static final String OUTER = "outer_memory";
    private static final String BEST_TRAINABLE = "best_trainable";
    private static final String BEST_NON_TRAINABLE = "best_non_trainable";

    private static final String EPOCH = "epoch";
    private static final String ROUND = "round";
    private static final String STEP = "step";
    private static final String SLOTS = "slots";
    private static final String LOSS_SUM = "loss_sum";
    private static final String EXAMPLES = "examples";
    private static final String ROWS_SEEN = "rows_seen";
    private static final String BEST_EPOCH = "best_epoch";
    private static final String BEST_VALUE = "best_value";
    private static final String STOPPED = "stopped";
    private static final String ENDED = "ended";
    /** Stands before the names of what makes the run. */
    private static final String RUN = "run.";

    private CheckpointContent() {}

    static VectorFile.Content of(Checkpoint checkpoint, RunIdentity run, boolean ended) {
        Map<String, float[]> vectors = new TreeMap<>();
        TrainingState state = checkpoint.state();
        vectors.put(TRAINABLE, state.weights().trainable());
        vectors.put(NON_TRAINABLE, state.weights().nonTrainable());
        for (int i = 0; i < state.slots().length; i++) {
            vectors.put(SLOT + i, state.slots()[i]);
        }
        vectors.put(OUTER, checkpoint.outerMemory());
        Map<String, String> properties = new TreeMap<>();
        run.parts().forEach((name, value) -> properties.put(RUN + name, value));
        properties.put(EPOCH, Integer.toString(checkpoint.epoch()));
        properties.put(ROUND, Integer.toString(checkpoint.round()));
        properties.put(STEP, Long.toString(state.step()));
        properties.put(SLOTS, Integer.toString(state.slots().length));
        properties.put(LOSS_SUM, Double.toString(checkpoint.lossSum()));
        properties.put(EXAMPLES, Long.toString(checkpoint.examples()));
        properties.put(ROWS_SEEN, Long.toString(checkpoint.rowsSeen()));
        properties.put(STOPPED, Boolean.toString(checkpoint.stopped()));
        properties.put(ENDED, Boolean.toString(ended));
        if (checkpoint.best() != null) {
            vectors.put(BEST_TRAINABLE, checkpoint.best().weights().trainable());
            vectors.put(BEST_NON_TRAINABLE, checkpoint.best().weights().nonTrainable());
            properties.put(BEST_EPOCH, Integer.toString(checkpoint.best().epoch()));
            properties.put(BEST_VALUE, Double.toString(checkpoint.best().value()));
        }
        return new VectorFile.Content(vectors, properties);
    }

    static Checkpoint checkpoint(VectorFile.Content content) {
        Map<String, float[]> vectors = content.vectors();
        Map<String, String> properties = content.properties();
        float[][] slots = new float[Integer.parseInt(properties.get(SLOTS))][];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = vectors.get(SLOT + i);
        }
        Weights weights = new Weights(vectors.get(TRAINABLE), vectors.get(NON_TRAINABLE));
        Checkpoint.BestEpoch best = properties.containsKey(BEST_EPOCH)
                ? new Checkpoint.BestEpoch(
                        Integer.parseInt(properties.get(BEST_EPOCH)),
                        Double.parseDouble(properties.get(BEST_VALUE)),
                        new Weights(vectors.get(BEST_TRAINABLE), vectors.get(BEST_NON_TRAINABLE)))
                : null;
        return new Checkpoint(
                Integer.parseInt(properties.get(EPOCH)),
                Integer.parseInt(properties.get(ROUND)),
                Double.parseDouble(properties.get(LOSS_SUM)),
                Long.parseLong(properties.get(EXAMPLES)),
                Long.parseLong(properties.get(ROWS_SEEN)),
                new TrainingState(weights, slots, Long.parseLong(properties.get(STEP))),
                vectors.get(OUTER),
                Boolean.parseBoolean(properties.get(STOPPED)),
                best);
    }

    /** Whether the training had ended. */
    static boolean hasEnded(VectorFile.Content content) {
        return Boolean.parseBoolean(content.properties().get(ENDED));
    }

    /** What made the run, by name. */
    static Map<String, String> run(VectorFile.Content content) {
        Map<String, String> parts = new TreeMap<>();
        content.properties().forEach((name, value) -> {
            if (name.startsWith(RUN)) {
                parts.put(name.substring(RUN.length()), value);
            }
        });
        return parts;
    }
}
