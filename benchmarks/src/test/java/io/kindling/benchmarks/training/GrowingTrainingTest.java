package io.kindling.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.TestSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Trainings that grow until they are long enough, on rows that are only counted. */
class GrowingTrainingTest {
    private static final int ROWS = 20;
    private static final int MOST_EPOCHS = 3;
    private static final double TARGET = 0.93;
    private static final long SEED = 7;

    /** Gets better by what it sees; a row takes a second. */
    private static final class Counting implements Trainer {
        private final double accuracyPerRow;
        private final List<Long> rowsSeen = new ArrayList<>();

        Counting(double accuracyPerRow) {
            this.accuracyPerRow = accuracyPerRow;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Trained train(Dataset<Row> rows, int epochs, long seed) {
            assertThat(seed).isEqualTo(SEED);
            long seen = epochs * rows.count();
            rowsSeen.add(seen);
            return new Trained(rowsSeen.size(), seen, accuracyPerRow * seen);
        }
    }

    private static TrainingRun run(Counting trainer) {
        Dataset<Row> rows = TestSpark.session().range(ROWS).toDF();
        try (TrainAndTest together = TrainAndTest.cached(rows, rows)) {
            return new GrowingTraining(trainer, together, MOST_EPOCHS, TARGET).run(SEED);
        }
    }

    @Test
    void endsWithTheFirstPartThatIsEnough() {
        Counting trainer = new Counting(TARGET / 7);
        TrainingRun run = run(trainer);
        assertThat(trainer.rowsSeen).as("eighths, rounded up").containsExactly(3L, 5L, 8L);
        assertThat(run.secondsTo(TARGET)).isEqualTo(8);
        assertThat(run.preparation()).as("that of the last").isEqualTo(3);
        assertThat(run.secondsPerEpoch()).isEqualTo(8 / 0.375);
        assertThat(run.measurements())
                .extracting(TrainingRun.Measurement::epochs)
                .containsExactly(0.125, 0.25, 0.375);
    }

    @Test
    void goesOnWithWholeEpochs() {
        Counting trainer = new Counting(TARGET / 39);
        TrainingRun run = run(trainer);
        assertThat(trainer.rowsSeen).containsExactly(3L, 5L, 8L, 10L, 13L, 15L, 18L, 20L, 40L);
        assertThat(run.secondsTo(TARGET)).isEqualTo(40);
        assertThat(run.secondsPerEpoch()).isEqualTo(20);
    }

    @Test
    void givesUpAfterTheLastEpoch() {
        Counting trainer = new Counting(0);
        assertThat(run(trainer).secondsTo(TARGET)).isInfinite();
        assertThat(trainer.rowsSeen).endsWith(20L, 40L, 60L).hasSize(10);
    }

    @Test
    void isNamedForWhatItTrainsTo() {
        assertThat(new GrowingTraining(new Counting(1), null, MOST_EPOCHS, TARGET).name())
                .isEqualTo("counting, to 93 %");
    }
}
