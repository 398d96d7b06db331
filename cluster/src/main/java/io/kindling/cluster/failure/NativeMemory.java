package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.Pattern;

/** There is too little memory beyond the heap, where matrices lie. */
final class NativeMemory implements Recogniser {
    /** JavaCPP refuses, by a limit that it sets itself. */
    private static final Pattern LIMIT =
            Pattern.compile("Physical memory usage is too high|Cannot allocate new \\w*Pointer|maxPhysicalBytes");

    /** The machine, YARN or Kubernetes ends the process. */
    private static final Pattern KILLED = Pattern.compile(
            "Container killed|OOMKilled|[Ee]xit(ed with)? (code|status):?( is)? 137\\b|Direct buffer memory"
                    + "|unable to create native thread|Cannot reserve \\d+ bytes of direct buffer memory");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        boolean limited = evidence.says(LIMIT);
        if (!limited && !evidence.says(KILLED)) {
            return Optional.empty();
        }
        boolean onExecutor = evidence.executor().isPresent();
        String place = evidence.place() + " has too little memory beyond the heap, where matrices lie: ";
        if (limited) {
            return Optional.of(place
                    + (onExecutor
                            ? "raise spark.executor.memory, twice of which JavaCPP allows in all, and"
                                    + " spark.executor.memoryOverhead."
                            : Heap.moreForDriver() + " gives it more, as JavaCPP allows twice the heap in all."));
        }
        return Optional.of(
                place
                        + (onExecutor
                                ? "raise spark.executor.memoryOverhead, to what 'kindling plan' says."
                                : "a smaller -Xmx in KINDLING_JAVA_OPTS, or a larger spark.driver.memoryOverhead, leaves it more."));
    }
}
