package io.kindling.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory of checkpoints keeps and gives back, without a training around it. */
class CheckpointDirectoryTest {
    /** Two epochs of three rounds. */
    private static final TrainingLength LENGTH = new TrainingLength(2, 3);

    private static final RunIdentity RUN = new RunIdentity(Map.of("seed", "1"));
    private static final Position FIRST = Position.first(state(0), new float[0][]);

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();

    private static TrainingState state(int weight) {
        return new TrainingState(new Weights(new float[] {weight}, new float[0]), new float[0][], weight);
    }

    private static Position after(int rounds) {
        Position position = FIRST;
        for (int i = 1; i <= rounds; i++) {
            position = position.afterRound(state(i), new float[0][], LossSum.NONE.plus(1, 1), LENGTH);
        }
        return position;
    }

    private CheckpointDirectory everyThirdRound() {
        return new CheckpointDirectory(
                new CheckpointSettings(folder.toString(), 3, CheckpointMode.RESUME, false), new Configuration());
    }

    private Optional<Position> resumed(TrainingLength length) {
        try (CheckpointDirectory directory = everyThirdRound()) {
            return directory.resume(() -> RUN, FIRST, length, notices::add);
        }
    }

    private void keepRounds(int rounds, boolean isInterrupted) {
        try (CheckpointDirectory directory = everyThirdRound()) {
            directory.resume(() -> RUN, FIRST, LENGTH, notices::add);
            for (int i = 1; i <= rounds; i++) {
                directory.roundFinished(after(i), false);
            }
            if (isInterrupted) {
                directory.interrupted();
            }
        }
    }

    @Test
    void roundsBetweenTwoCheckpointsAreKeptIfTrainingIsInterrupted() {
        keepRounds(5, false);
        assertThat(resumed(LENGTH)).get().usingRecursiveComparison().isEqualTo(after(3));
        keepRounds(1, true);
        assertThat(resumed(LENGTH).orElseThrow().state().step()).isEqualTo(1);
        assertThat(folder.resolve("checkpoint-000000000004")).exists();
    }

    @Test
    void anInterruptWritesNothingThatIsKeptAlready() {
        keepRounds(0, true);
        assertThat(resumed(LENGTH)).isEmpty();
        keepRounds(3, true);
        assertThat(folder.resolve("checkpoint-000000000003")).exists();
        keepRounds(0, true);
        assertThat(resumed(LENGTH)).get().usingRecursiveComparison().isEqualTo(after(3));
        assertThat(notices).hasSize(2).allMatch(notice -> notice.contains("at epoch 2, round 1."));
    }

    /** So another training may take its place. */
    @Test
    void anInterruptAfterTheEndLeavesItTheEnd() {
        try (CheckpointDirectory directory = everyThirdRound()) {
            directory.resume(() -> RUN, FIRST, LENGTH, notices::add);
            directory.roundFinished(after(6), true);
            directory.interrupted();
        }
        try (CheckpointDirectory directory = everyThirdRound()) {
            RunIdentity other = new RunIdentity(Map.of("seed", "2"));
            assertThat(directory.resume(() -> other, FIRST, LENGTH, notices::add))
                    .isEmpty();
        }
        assertThat(notices).singleElement().asString().contains("which has ended, and are replaced");
    }

    /** Training writes no such checkpoint, but somebody else might. */
    @Test
    void aRoundThatTheTrainingDoesNotHaveIsRefused() {
        keepRounds(2, true);
        assertThatThrownBy(() -> resumed(new TrainingLength(2, 2)))
                .isInstanceOf(CheckpointAccessException.class)
                .hasMessageContaining("checkpoint-000000000002 stands at a round that its training does not have.");
    }
}
