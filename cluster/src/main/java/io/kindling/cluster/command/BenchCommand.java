package io.kindling.cluster.command;

import io.kindling.errors.KindlingException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code kindling bench}, which is {@code bin/benchmark} now: says so, whatever follows. */
@Command(name = "bench", hidden = true)
final class BenchCommand implements Runnable {

    @Unmatched
    private List<String> anything;

    @Override
    public void run() {
        throw new KindlingException(
                "Benchmarks have a command of their own: bin/benchmark steps, averaging, training or transform, with the"
                        + " options they had here. bin/benchmark --help explains them.");
    }
}
