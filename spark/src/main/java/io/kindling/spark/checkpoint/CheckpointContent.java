package io.kindling.spark.checkpoint;

import io.kindling.engine.TrainingState;
import io.kindling.errors.DamagedFileException;
import io.kindling.models.Weights;
import io.kindling.persistence.VectorFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a checkpoint holds, as vectors and texts by name: a position, and which training it is of. */
final class CheckpointContent {
    private static final String TRAINABLE = "trainable";
    private static final String NON_TRAINABLE = "non_trainable";
    private static final String SLOT = "slot_";
    private static final String OUTER_SLOT = "outer_slot_";
    /** In checkpoints of earlier versions: the one vector an outer optimizer had, or an empty one. */
    private static final String OUTER_MEMORY = "outer_memory";

    private static final String BEST_TRAINABLE = "best_trainable";
    private static final String BEST_NON_TRAINABLE = "best_non_trainable";

    private static final String EPOCH = "epoch";
    private static final String ROUND = "round";
    private static final String STEP = "step";
    private static final String SLOTS = "slots";
    private static final String OUTER_SLOTS = "outer_slots";
    private static final String LOSS_SUM = "loss_sum";
    private static final String EXAMPLES = "examples";
    private static final String ROWS_SEEN = "rows_seen";
    private static final String BEST_EPOCH = "best_epoch";
    private static final String BEST_VALUE = "best_value";
    private static final String STOPPED = "stopped";
    private static final String ENDED = "ended";
    /** Stands before the names of what makes the run. */
    private static final String RUN = "run.";

    /** No optimizer remembers more than a few numbers per weight. */
    private static final int MOST_SLOTS = 16;

    private CheckpointContent() {}

    static VectorFile.Content of(Position position, RunIdentity run, boolean ended) {
        return new VectorFile.Content(vectors(position), properties(position, run, ended));
    }

    private static Map<String, float[]> vectors(Position position) {
        Map<String, float[]> vectors = new TreeMap<>();
        vectors.put(TRAINABLE, position.state().weights().trainable());
        vectors.put(NON_TRAINABLE, position.state().weights().nonTrainable());
        putAll(vectors, SLOT, position.state().slots());
        putAll(vectors, OUTER_SLOT, position.outerMemory());
        position.best().ifPresent(best -> {
            vectors.put(BEST_TRAINABLE, best.weights().trainable());
            vectors.put(BEST_NON_TRAINABLE, best.weights().nonTrainable());
        });
        return vectors;
    }

    private static Map<String, String> properties(Position position, RunIdentity run, boolean ended) {
        Map<String, String> properties = new TreeMap<>();
        run.parts().forEach((name, value) -> properties.put(RUN + name, value));
        properties.put(EPOCH, Integer.toString(position.epoch()));
        properties.put(ROUND, Integer.toString(position.round()));
        properties.put(STEP, Long.toString(position.state().step()));
        properties.put(SLOTS, Integer.toString(position.state().slots().length));
        properties.put(OUTER_SLOTS, Integer.toString(position.outerMemory().length));
        properties.put(LOSS_SUM, Double.toString(position.loss().sum()));
        properties.put(EXAMPLES, Long.toString(position.loss().examples()));
        properties.put(ROWS_SEEN, Long.toString(position.rowsSeen()));
        properties.put(STOPPED, Boolean.toString(position.stopped()));
        properties.put(ENDED, Boolean.toString(ended));
        position.best().ifPresent(best -> {
            properties.put(BEST_EPOCH, Integer.toString(best.epoch()));
            properties.put(BEST_VALUE, Double.toString(best.value()));
        });
        return properties;
    }

    private static void putAll(Map<String, float[]> vectors, String name, float[][] slots) {
        for (int i = 0; i < slots.length; i++) {
            vectors.put(name + i, slots[i]);
        }
    }

    /**
     * The position that a file holds, known to be one; whether it fits the network is for whoever continues from it.
     *
     * @throws IOException if something is missing, superfluous or not a number that training makes; the message says what
     */
    static Position read(VectorFile.Content content) throws IOException {
        CheckpointParts parts = new CheckpointParts(content);
        parts.flag(ENDED);
        Weights weights = new Weights(parts.finite(TRAINABLE), parts.finite(NON_TRAINABLE));
        Position position = new Position(
                parts.count(EPOCH, Integer.MAX_VALUE),
                parts.count(ROUND, Integer.MAX_VALUE),
                new LossSum(parts.number(LOSS_SUM), parts.count(EXAMPLES)),
                parts.count(ROWS_SEEN),
                new TrainingState(weights, slots(parts, SLOTS, SLOT), parts.count(STEP)),
                outerMemory(parts),
                parts.has(BEST_EPOCH) ? Optional.of(best(parts, weights)) : Optional.empty(),
                parts.flag(STOPPED));
        parts.requireNoMore(RUN);
        return position;
    }

    private static float[][] outerMemory(CheckpointParts parts) throws IOException {
        if (parts.has(OUTER_SLOTS)) {
            return slots(parts, OUTER_SLOTS, OUTER_SLOT);
        }
        float[] memory = parts.vector(OUTER_MEMORY);
        return memory.length == 0 ? new float[0][] : new float[][] {memory};
    }

    private static float[][] slots(CheckpointParts parts, String count, String name) throws IOException {
        float[][] slots = new float[parts.count(count, MOST_SLOTS)][];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = parts.vector(name + i);
        }
        return slots;
    }

    private static Position.BestEpoch best(CheckpointParts parts, Weights weights) throws IOException {
        Weights best = new Weights(parts.finite(BEST_TRAINABLE), parts.finite(BEST_NON_TRAINABLE));
        if (best.trainable().length != weights.trainable().length
                || best.nonTrainable().length != weights.nonTrainable().length) {
            throw new DamagedFileException("The file is damaged: its best weights are not as many as its weights.");
        }
        return new Position.BestEpoch(parts.count(BEST_EPOCH, Integer.MAX_VALUE), parts.anyNumber(BEST_VALUE), best);
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
