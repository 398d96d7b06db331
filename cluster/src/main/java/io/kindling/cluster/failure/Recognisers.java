package io.kindling.cluster.failure;

import java.util.List;
import java.util.Optional;

/** All kinds of failure that are known, the most particular first. */
public final class Recognisers {
    private static final List<Recogniser> ALL = List.of(
            new NativeMemory(),
            new NativeLibrary(),
            new MissingClasses(),
            new FullDisk(),
            new ExecutorHeap(),
            new DriverHeap(),
            new LargeResults(),
            new FailedTask());

    private Recognisers() {}

    /** One sentence that names the setting to change, if the failure is of a kind that is known. */
    public static Optional<String> sentence(Throwable failure) {
        Evidence evidence = Evidence.of(failure);
        return ALL.stream().flatMap(kind -> kind.sentence(evidence).stream()).findFirst();
    }
}
