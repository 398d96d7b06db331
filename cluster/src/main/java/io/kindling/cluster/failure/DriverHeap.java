package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.Pattern;

/** The heap of this process is too small. */
final class DriverHeap implements Recogniser {
    private static final Pattern FULL = Pattern.compile(
            "OutOfMemoryError|System memory \\d+ must be at least|Not enough memory to build and broadcast");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        return evidence.says(FULL) && evidence.executor().isEmpty()
                ? Optional.of("The driver, which is this process, has too little memory, a heap of "
                        + Heap.megabytes(Runtime.getRuntime().maxMemory()) + " MB: " + Heap.moreForDriver()
                        + " gives it more.")
                : Optional.empty();
    }
}
