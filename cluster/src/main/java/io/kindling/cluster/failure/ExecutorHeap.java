package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The heap of an executor is too small. */
final class ExecutorHeap implements Recogniser {
    private static final Pattern REFUSED = Pattern.compile("Executor memory (\\d+) must be at least (\\d+)");
    /** An executor that runs out of memory ends with Spark's exit code 52. */
    private static final Pattern FULL = Pattern.compile("OutOfMemoryError|[Ee]xit(ed with)? (code|status):? 52\\b");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        Optional<MatchResult> refused = evidence.find(REFUSED);
        if (refused.isPresent()) {
            return refused.map(sizes -> "spark.executor.memory must be at least " + megabytes(sizes, 2)
                    + " MB for Spark to accept it, and it is " + megabytes(sizes, 1) + " MB.");
        }
        return evidence.says(FULL)
                ? evidence.executor()
                        .map(executor -> "The heap of " + executor
                                + " is too small: raise spark.executor.memory, to what" + " 'kindling plan' says.")
                : Optional.empty();
    }

    private static long megabytes(MatchResult sizes, int group) {
        return Heap.megabytes(Long.parseLong(sizes.group(group)));
    }
}
