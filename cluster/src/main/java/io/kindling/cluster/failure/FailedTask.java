package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.Pattern;

/** A task or a stage was tried as often as Spark allows, for a reason of its own. */
final class FailedTask implements Recogniser {
    private static final Pattern TASK =
            Pattern.compile("Task \\d+ in stage \\S+ failed (\\d+) times, most recent failure:"
                    + " Lost task [^(]*\\(TID \\d+\\) \\(\\S+ executor \\S+\\): ([^\\n]+)");

    private static final Pattern STAGE = Pattern.compile(
            "has failed the maximum allowable number of times: (\\d+)\\. Most recent failure reason:\\s*([^\\n]+)");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        // A task in this process is tried once, and what it threw is told as it is.
        return evidence.executor()
                .flatMap(executor -> evidence.find(TASK)
                        .map(task -> "A task failed " + task.group(1)
                                + " times, as often as spark.task.maxFailures allows, the"
                                + " last time in " + executor + ": "
                                + evidence.innermostCause(task.end()).orElse(task.group(2))
                                + " (--verbose shows where)")
                        .or(() -> evidence.find(STAGE)
                                .map(stage -> "A stage failed " + stage.group(1)
                                        + " times, as often as spark.stage.maxConsecutiveAttempts allows: "
                                        + evidence.innermostCause(stage.end()).orElse(stage.group(2))
                                        + " (--verbose shows where)")));
    }
}
