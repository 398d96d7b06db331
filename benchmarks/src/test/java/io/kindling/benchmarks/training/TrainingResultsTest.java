package io.kindling.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.torch.EngineEndedException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures of trainings that took what the test says. */
class TrainingResultsTest {
    private static final TrainingContest CONTEST = new TrainingContest(3, 64, 0.98, List.of(64, 128), 128, 5, 0.93, 0);

    /** Its first epochs are not good enough; the one that is takes longer in later runs. */
    private record Fixed(String name, double target, int reachingEpoch, double secondsPerEpoch)
            implements TrainingContestant {

        @Override
        public TrainingRun run(long seed) {
            double second = secondsPerEpoch + seed;
            return TrainingRun.ofEpochs(
                    0.5,
                    List.of(
                            new TrainingRun.Measurement(1, second, reachingEpoch == 1 ? target : target - 0.03),
                            new TrainingRun.Measurement(2, 2 * second, reachingEpoch == 2 ? target : target - 0.02),
                            new TrainingRun.Measurement(3, 4 * second, reachingEpoch == 3 ? target : target - 0.01)));
        }
    }

    /** Ends in some runs before it is done. */
    private record Ending(TrainingContestant contestant, Set<Long> runs) implements TrainingContestant {

        @Override
        public String name() {
            return contestant.name();
        }

        @Override
        public double target() {
            return contestant.target();
        }

        @Override
        public TrainingRun run(long seed) {
            if (runs.contains(seed)) {
                throw new EngineEndedException("It ended.");
            }
            return contestant.run(seed);
        }
    }

    private static TrainingFigures figures(String name, double target, int reachingEpoch, double secondsPerEpoch) {
        return figures(new Fixed(name, target, reachingEpoch, secondsPerEpoch));
    }

    private static TrainingFigures figures(TrainingContestant contestant) {
        TrainingFigures figures = new TrainingFigures(contestant, 600);
        for (int run = 0; run < CONTEST.runs(); run++) {
            figures.run();
        }
        return figures;
    }

    private static ObjectNode json(TrainingResults results) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        results.addTo(json);
        return json;
    }

    @Test
    void ratiosAreThoseOfMedians() {
        TrainingResults results = new TrainingResults(
                CONTEST,
                figures("two", 0.98, 2, 1),
                figures("one", 0.98, 3, 3),
                List.of(figures("64", 0.98, 1, 9), figures("128", 0.98, 2, 3)),
                List.of(figures("shortest", 0.93, 1, 0.5)),
                List.of(figures("dl4j", 0.93, 1, 4)),
                List.of(figures("dl4j-spark", 0.93, 2, 4)));
        ObjectNode json = json(results);
        assertThat(json.get("contestants")).hasSize(7);
        assertThat(json.at("/contestants/0/seconds_to_target").doubleValue()).isEqualTo(4);
        assertThat(json.at("/contestants/0/rows_per_second").doubleValue()).isEqualTo(300);
        assertThat(json.at("/contestants/0/runs/2/seconds/2").doubleValue()).isEqualTo(12);
        assertThat(json.get("time_by_pytorch").doubleValue())
                .as("4 by the better of 10 and 8")
                .isEqualTo(0.5);
        assertThat(json.get("time_by_dl4j").doubleValue()).as("1.5 by 5").isEqualTo(0.3);
        assertThat(json.get("time_by_dl4j_spark_alone").doubleValue())
                .as("1.5 by 10")
                .isEqualTo(0.15);
        assertThat(json.get("rows_per_second_two_workers_by_one").doubleValue()).isCloseTo(2, within(1e-9));
        assertThat(results.lines()).hasSize(1 + 7 + 4);
    }

    @Test
    void whatIsMissingOrNotReachedIsLeftOut() {
        TrainingResults results = new TrainingResults(
                CONTEST,
                figures("two", 0.98, 4, 1),
                figures("one", 0.98, 3, 1),
                List.of(figures("64", 0.98, 2, 1)),
                List.of(),
                List.of(),
                List.of());
        ObjectNode json = json(results);
        assertThat(json.at("/contestants/0/seconds_to_target").isNull()).isTrue();
        assertThat(json.get("time_by_pytorch").isNull()).isTrue();
        assertThat(json.get("time_by_dl4j").isNull()).isTrue();
        assertThat(json.get("time_by_dl4j_spark_alone").isNull()).isTrue();
        assertThat(results.lines())
                .hasSize(1 + 3 + 1)
                .anyMatch(line -> line.startsWith("two") && line.contains("98.00 % not reached"));
    }

    @Test
    void aRunWhoseEngineEndsIsLostAlone() {
        TrainingFigures figures = new TrainingFigures(new Ending(new Fixed("64", 0.98, 1, 9), Set.of(1L)), 600);
        assertThat(figures.run()).startsWith("64, run 1: 98.00 % after 9.00 s");
        assertThat(figures.run()).isEqualTo("64, run 2 failed: It ended.");
        assertThat(figures.run()).startsWith("64, run 3: 98.00 % after 11.00 s");
        ObjectNode json = new ObjectMapper().createObjectNode();
        figures.addTo(json);
        assertThat(json.get("failed_runs").intValue()).isEqualTo(1);
        assertThat(json.get("runs")).hasSize(2);
        assertThat(json.get("seconds_to_target").doubleValue()).isEqualTo(11);
    }

    @Test
    void anEngineThatAlwaysEndsIsComparedWithNothing() {
        TrainingFigures ended = figures(new Ending(new Fixed("64", 0.98, 1, 9), Set.of(0L, 1L, 2L)));
        TrainingResults results = new TrainingResults(
                CONTEST,
                figures("two", 0.98, 2, 1),
                figures("one", 0.98, 3, 3),
                List.of(ended, figures("128", 0.98, 2, 3)),
                List.of(),
                List.of(),
                List.of());
        ObjectNode json = json(results);
        assertThat(json.get("time_by_pytorch").doubleValue()).as("4 by 8").isEqualTo(0.5);
        assertThat(json.at("/contestants/2/seconds_to_target").isNull()).isTrue();
        assertThat(json.at("/contestants/2/rows_per_second").isNull()).isTrue();
        assertThat(results.lines()).anyMatch(line -> line.matches("64 +every run failed"));
    }
}
