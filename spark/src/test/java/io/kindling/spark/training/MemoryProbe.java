package io.kindling.spark.training;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Trains for 220 rounds and prints the resident memory after 20 and after all; {@link MemoryTest} runs it. */
final class MemoryProbe {
    static final int WARM_UP = 20;
    static final int ROUNDS = 220;

    private MemoryProbe() {}

    public static void main(String[] arguments) {
        int rows = 640;
        new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(1000).activation("relu"), Dense.of(2).activation("softmax")))
                .setNumWorkers(2)
                .setBatchSize(16)
                .setAveragingFrequency(1)
                .setEpochs(ROUNDS * 2 * 16 / rows)
                .setListener(new TrainingListener() {
                    private int rounds;

                    @Override
                    public void roundFinished(RoundProgress progress) {
                        rounds++;
                        if (rounds == WARM_UP || rounds == ROUNDS) {
                            System.gc();
                            System.out.println("resident after " + rounds + " rounds: " + residentKilobytes());
                        }
                    }
                })
                .fit(LocalSpark.moons(rows, 2));
    }

    private static long residentKilobytes() {
        try {
            String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(entry -> entry.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
