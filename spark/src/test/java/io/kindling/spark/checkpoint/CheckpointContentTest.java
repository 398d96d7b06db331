package io.kindling.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import io.kindling.persistence.VectorFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint comes back as it was, and whatever else a file holds is refused by name. */
class CheckpointContentTest {
    private static final Position POSITION = new Position(
            3,
            2,
            new LossSum(1.25, 40),
            400,
            new TrainingState(
                    new Weights(new float[] {1, 2}, new float[] {3}),
                    new float[][] {{4, 5}, {Float.POSITIVE_INFINITY, 7}},
                    9),
            new float[][] {{8, 9}, {10, 11}},
            Optional.of(new Position.BestEpoch(1, 0.5, new Weights(new float[] {6, 7}, new float[] {8}))),
            false);

    private static VectorFile.Content content() {
        return CheckpointContent.of(POSITION, new RunIdentity(Map.of("seed", "1")), false);
    }

    private static VectorFile.Content with(String property, String value) {
        VectorFile.Content content = content();
        Map<String, String> properties = new TreeMap<>(content.properties());
        properties.put(property, value);
        return new VectorFile.Content(content.vectors(), properties);
    }

    private static VectorFile.Content with(String vector, float... values) {
        VectorFile.Content content = content();
        Map<String, float[]> vectors = new TreeMap<>(content.vectors());
        vectors.put(vector, values);
        return new VectorFile.Content(vectors, content.properties());
    }

    @Test
    void comesBack() throws IOException {
        assertThat(CheckpointContent.read(content())).usingRecursiveComparison().isEqualTo(POSITION);
    }

    /** Its outer optimizer had one vector, or none, which was empty then. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void ofAnEarlierVersionComesBack(int remembered) throws IOException {
        VectorFile.Content now = content();
        Map<String, float[]> vectors = new TreeMap<>(now.vectors());
        vectors.keySet().removeIf(name -> name.startsWith("outer"));
        vectors.put("outer_memory", new float[remembered]);
        Map<String, String> properties = new TreeMap<>(now.properties());
        properties.remove("outer_slots");
        assertThat(CheckpointContent.read(new VectorFile.Content(vectors, properties))
                        .outerMemory())
                .isDeepEqualTo(remembered == 0 ? new float[0][] : new float[1][remembered]);
    }

    @Test
    void everyPartIsNeeded() {
        VectorFile.Content whole = content();
        for (String name : whole.properties().keySet()) {
            Map<String, String> properties = new TreeMap<>(whole.properties());
            properties.remove(name);
            if (!name.startsWith("run.")) {
                assertThatIOException()
                        .as(name)
                        .isThrownBy(() -> CheckpointContent.read(new VectorFile.Content(whole.vectors(), properties)))
                        .withMessageStartingWith("The file is damaged: ");
            }
        }
        for (String name : whole.vectors().keySet()) {
            Map<String, float[]> vectors = new TreeMap<>(whole.vectors());
            vectors.remove(name);
            assertThatIOException()
                    .isThrownBy(() -> CheckpointContent.read(new VectorFile.Content(vectors, whole.properties())))
                    .withMessage("The file is damaged: it has no " + name + ".");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "epoch, -1",
        "epoch, 2147483648",
        "epoch, 3.0",
        "epoch, qid",
        "round, ''",
        "step, 99999999999999999999",
        "slots, 2147483647",
        "slots, 1",
        "slots, 3",
        "outer_slots, 2147483647",
        "outer_slots, 1",
        "outer_slots, 3",
        "loss_sum, NaN",
        "loss_sum, Infinity",
        "loss_sum, 1.250",
        "examples, -0",
        "rows_seen, +3",
        "stopped, yes",
        "ended, TRUE",
        "best_epoch, -3",
        "best_value, x",
        "other, 1"
    })
    void refusesAPropertyThatNoTrainingWrote(String name, String value) {
        assertThatIOException()
                .isThrownBy(() -> CheckpointContent.read(with(name, value)))
                .withMessageStartingWith("The file is damaged: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trainable", "non_trainable", "slot_0", "outer_slot_1", "best_trainable"})
    void refusesNaN(String vector) {
        assertThatIOException()
                .isThrownBy(() -> CheckpointContent.read(with(vector, Float.NaN, 0)))
                .withMessage("The file is damaged: " + vector + " holds a NaN.");
    }

    @Test
    void refusesInfiniteWeightsAndBestWeightsOfAnotherNumber() {
        assertThatIOException()
                .isThrownBy(() -> CheckpointContent.read(with("trainable", Float.NEGATIVE_INFINITY, 0)))
                .withMessageContaining("infinite");
        assertThatIOException()
                .isThrownBy(() -> CheckpointContent.read(with("best_trainable", 1, 2, 3)))
                .withMessageContaining("not as many");
    }
}
