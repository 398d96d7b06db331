package io.kindling.cluster.integration;

import io.kindling.activations.Activation;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.SavedWeights;
import io.kindling.cluster.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trainings of the same data: undisturbed in this process, or as a program on a cluster. */
final class Training {
    /** Units of a network small enough that the driver averages it. */
    static final int DIRECT = 640;
    /** Units of a network that executors average slice by slice, which shuffles. */
    static final int SLICED = 1000;

    private static final int ROWS = 4000;
    private static final int FEATURES = 20;

    private final Path directory;
    private final Path data;

    Training(Path directory) {
        this.directory = directory;
        this.data = Samples.wideCsv(directory, ROWS, FEATURES);
    }

    Path data() {
        return data;
    }

    /** The weights of {@link TrainingProgram} on two threads of this process; trained once for each kind. */
    Path weightsHere(int units, Activation activation) throws IOException {
        Path out =
                directory.resolve("here-" + units + "-" + Activation.registry().format(activation));
        if (!Files.exists(out)) {
            TrainingProgram.train(TestSpark.session(), data.toString(), out.toString(), units, activation);
        }
        return SavedWeights.in(out);
    }

    /** Starts a program on a cluster. */
    LineProcess submit(RealCluster cluster, Class<?> program, Path out, int units) throws IOException {
        return LineProcess.start(
                Built.submit(cluster.url(), program, directory, List.of(data, out, units), List.of()), false);
    }
}
