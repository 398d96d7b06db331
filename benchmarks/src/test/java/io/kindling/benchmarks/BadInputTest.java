package io.kindling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be used is refused in one sentence, and leaves nothing behind. */
class BadInputTest {
    @TempDir
    private Path directory;

    private List<String> before;

    @AfterEach
    void nothingIsLeft() {
        assertThat(Samples.namesIn(directory)).containsExactlyElementsOf(before);
    }

    private CommandRun run(Object... arguments) {
        before = Samples.namesIn(directory).toList();
        return CommandRun.ofProgram(Main::run, arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "--runs, 0, at least 1",
        "--epochs, 0, at least 1",
        "--batch-size, 0, at least 1",
        "--averaging-frequency, often, 'a number of mini-batches, epoch or auto'",
        "--learning-rate, -1, a positive number",
        "--target, 98, between 0 and 1",
        "--torch-batch-size, '64,0', at least 1",
        "--dl4j-batch-size, 0, at least 1",
        "--dl4j-averaging-frequency, 0, at least 1",
        "--dl4j-target, 0, between 0 and 1",
        "--perceptron, 0, at least 1"
    })
    void trainingRefusesOptionsByName(String option, String value, String needed) {
        Path images = Samples.idx(directory, "");
        run("training", "--data", images, "--test", images, option, value).requireRefusal(option, needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rows", "--turns"})
    void transformRefusesCountsBelowOne(String option) {
        run("transform", "--data", Samples.idx(directory, ""), option, "0").requireRefusal(option, "at least 1");
    }

    @Test
    void refusesUnknownNetworksByThoseThereAre() {
        run("steps", "--network", "frob", "--data", directory.resolve("no-images-idx3-ubyte"))
                .requireRefusal("Received: frob", "784-512-256-10 relu");
    }

    @Test
    void imagesThatNoNetworkTakes() {
        run("steps", "--network", "LSTM", "--data", Samples.idx(directory, ""))
                .requireRefusal("images of 4 pixels and 3 classes", "networks of 784 inputs and 10 classes");
    }

    @Test
    void noImagesOfTheProject() {
        run("steps", "--network", "LSTM").requireRefusal("--data must name a file of images or be random");
    }

    @Test
    void imagesWithoutLabels() throws IOException {
        Path images = Samples.idx(directory, "");
        Files.delete(directory.resolve("tiny-labels-idx1-ubyte"));
        run("transform", "--data", images).requireRefusal("tiny-images-idx3-ubyte", "file of labels");
        run("training", "--data", images, "--test", directory.resolve("no-images-idx3-ubyte"))
                .requireRefusal("file of labels");
    }

    @Test
    void asksForACommand() {
        run().requireRefusal("A command is needed: steps, averaging, training, transform or tables");
    }

    @Test
    void refusesUnknownCommands() {
        run("trainign").requireRefusal("trainign");
    }
}
