package io.kindling.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions go from round to round and from epoch to epoch. */
class PositionTest {
    /** Two epochs of three rounds. */
    private static final TrainingLength LENGTH = new TrainingLength(2, 3);

    private static final TrainingState STATE =
            new TrainingState(new Weights(new float[] {1, 2}, new float[0]), new float[1][2], 7);
    private static final float[][] MEMORY = {{3, 4}};

    private static Position first() {
        return Position.first(new TrainingState(new Weights(new float[2], new float[0]), new float[1][2], 0), MEMORY);
    }

    /** Rounds of 10 rows with a loss of 2 each. */
    private static Position after(int rounds) {
        Position position = first();
        for (int i = 0; i < rounds; i++) {
            position = position.afterRound(STATE, MEMORY, position.loss().plus(20, 10), LENGTH);
        }
        return position;
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1, 0, 1, 10", "2, 0, 2, 20", "3, 1, 0, 0", "4, 1, 1, 10", "6, 2, 0, 0"})
    void roundsMakeEpochs(int rounds, int epoch, int round, long inEpoch) {
        Position position = after(rounds);
        assertThat(position.epoch()).isEqualTo(epoch);
        assertThat(position.round()).isEqualTo(round);
        assertThat(position.loss()).isEqualTo(new LossSum(2 * inEpoch, inEpoch));
        assertThat(position.rowsSeen()).isEqualTo(10L * rounds);
        assertThat(position.rounds(LENGTH)).isEqualTo(rounds);
        assertThat(position.beginsEpoch()).isEqualTo(round == 0);
        assertThat(position.isEnd(LENGTH)).isEqualTo(rounds == 6);
    }

    @Test
    void theBestEpochStaysAndStoppingEndsTraining() {
        Position.BestEpoch best = new Position.BestEpoch(0, 0.5, STATE.weights());
        Position judged = after(3).judged(best, false);
        assertThat(judged.afterRound(STATE, MEMORY, LossSum.NONE, LENGTH).best())
                .contains(best);
        assertThat(judged.isEnd(LENGTH)).isFalse();
        assertThat(judged.judged(best, true).isEnd(LENGTH)).isTrue();
    }

    @Test
    void aPositionIsBeyondAShorterTraining() {
        assertThat(after(3).isBeyond(new TrainingLength(1, 3))).isFalse();
        assertThat(after(4).isBeyond(new TrainingLength(1, 3))).isTrue();
        assertThat(after(6).isBeyond(new TrainingLength(1, 3))).isTrue();
    }

    @Test
    void positionsOfAnotherTrainingHaveOtherNumbers() {
        assertThat(after(1).isLike(first())).isTrue();
        assertThat(Position.first(STATE, new float[0][]).isLike(first())).isFalse();
        assertThat(Position.first(STATE, new float[1][3]).isLike(first())).isFalse();
        TrainingState without = new TrainingState(STATE.weights(), new float[0][], 0);
        assertThat(Position.first(without, MEMORY).isLike(first())).isFalse();
        TrainingState longer = new TrainingState(new Weights(new float[2], new float[1]), new float[1][2], 0);
        assertThat(Position.first(longer, MEMORY).isLike(first())).isFalse();
    }

    @Test
    void lossesAreMeansOfRows() {
        assertThat(LossSum.NONE.plus(3, 4).plus(1, 4).mean()).isEqualTo(0.5);
        assertThat(LossSum.NONE.mean()).isNaN();
    }
}
