package io.kindling.cluster.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The file of weights in a saved model, to the last bit. */
public final class SavedWeights {

    private SavedWeights() {}

    /** The only file of weights below a directory. */
    public static Path in(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            return files.filter(file -> file.endsWith("weights.safetensors"))
                    .reduce((one, other) -> {
                        throw new IllegalStateException("Two files of weights: " + one + " and " + other + ".");
                    })
                    .orElseThrow();
        }
    }
}
