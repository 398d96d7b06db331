package io.kindling.spark.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Models that version 0.1 saved load and predict what they did, and the same fits make them again: to the last bit on the
 * processor they came from, to rounding on any other.
 */
class EarlierModelsTest {
    @TempDir
    private Path folder;

    private NeuralNetworkClassificationModel load(EarlierModel earlier) throws IOException {
        // Loading wants a session.
        LocalSpark.session();
        Path copy = folder.resolve("model");
        try (Stream<Path> files = Files.walk(Path.of(earlier.directory()))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("predictions.txt"))
                    .toList()) {
                Path to = copy.resolve(Path.of(earlier.directory()).relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return NeuralNetworkClassificationModel.load(copy.toString());
    }

    private static void assertSame(Predictions actual, Predictions expected, double tolerance) {
        boolean toTheBit = actual.processor().equals(expected.processor());
        System.out.println((toTheBit ? "to the bit, on " : "within " + tolerance + ", on ") + actual.processor());
        assertThat(actual.rows()).hasSameSizeAs(expected.rows());
        for (int i = 0; i < actual.rows().size(); i++) {
            assertThat(actual.rows().get(i))
                    .as("row " + i)
                    .containsExactly(expected.rows().get(i), within(toTheBit ? 0 : tolerance));
        }
    }

    @ParameterizedTest
    @EnumSource
    void predictWhatTheyDid(EarlierModel earlier) throws IOException {
        Predictions expected = Predictions.read(Path.of(earlier.directory(), "predictions.txt"));
        assertSame(Predictions.of(load(earlier), earlier), expected, 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void areMadeAgainByTheSameFit(EarlierModel earlier) throws IOException {
        Predictions expected = Predictions.read(Path.of(earlier.directory(), "predictions.txt"));
        assertSame(Predictions.of(earlier.classifier().fit(earlier.data()), earlier), expected, 1e-4);
    }
}
