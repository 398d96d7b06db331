package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

/** When to disturb a {@link TrainingProgram}, and how to see that it was disturbed. */
final class Disturbance {
    private Disturbance() {}

    /** Waits until both workers train, some rounds having ended. */
    static void awaitMiddleOfRound(LineProcess program, int roundsBefore) throws IOException, InterruptedException {
        // The description of a job tells of the round that has ended before; of the first, it tells no loss.
        String job = TaskNews.STARTED + "epoch " + Math.max(1, roundsBefore) + "/" + TrainingProgram.ROUNDS
                + ", round 1/1" + (roundsBefore == 0 ? "" : ", loss ");
        for (int worker = 0; worker < 2; worker++) {
            program.await(line -> roundsBefore == 0 ? line.equals(job) : line.startsWith(job));
        }
    }

    /** Waits for the end of a program that has lost a task and yet succeeded; returns what it said. */
    static List<String> requireSuccess(LineProcess program) throws IOException, InterruptedException {
        List<String> said = program.requireSuccess();
        assertThat(said).anyMatch(line -> line.startsWith(TaskNews.LOST)).endsWith(TrainingProgram.SAVED);
        return said;
    }
}
