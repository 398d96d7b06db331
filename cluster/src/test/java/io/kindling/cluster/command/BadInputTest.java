package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Concatenate;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be used is refused in one sentence, and leaves nothing behind. */
class BadInputTest {
    @TempDir
    private Path directory;

    private Path model;
    private List<String> before;

    @BeforeEach
    void nameTheOutput() {
        model = directory.resolve("model");
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(Samples.namesIn(directory)).containsExactlyElementsOf(before);
    }

    private CommandRun run(Object... arguments) {
        before = Samples.namesIn(directory).toList();
        return CommandRun.of(arguments);
    }

    private CommandRun train(Path data, Object... more) {
        return run(Stream.concat(Stream.of("train", "--data", data, "--out", model), Arrays.stream(more))
                .toArray());
    }

    private Path csv(String header, Stream<String> lines) {
        return csv(Stream.concat(Stream.of(header), lines).toArray(String[]::new));
    }

    private Path csv(String... lines) {
        return Samples.write(directory.resolve("data.csv"), lines);
    }

    @ParameterizedTest
    @CsvSource({"executor.memory=4g, begins with spark.", "spark.driver.memory=4g, KINDLING_JAVA_OPTS", "spark, =VALUE"
    })
    void settingsOfSpark(String setting, String said) {
        train(Samples.namedCsv(directory), "--label", "kind", "--conf", setting).requireRefusal("--conf", said);
    }

    /** The engine dl4j has an artifact of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"dl4j", "frob"})
    void unknownEnginesAreRefusedByThoseThereAre(String engine) {
        train(Samples.namedCsv(directory), "--label", "kind", "--engine", engine)
                .requireRefusal("'" + engine + "'", "kindling", "once io.kindling:kindling-dl4j is on the class path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "training --data images --runs 3", "--help"})
    void benchNamesTheCommandOfItsOwn(String arguments) {
        run(Stream.concat(Stream.of("bench"), Stream.of(arguments.split(" "))).toArray())
                .requireRefusal("bin/benchmark steps, averaging, training or transform");
    }

    @Test
    void noCommand() {
        run().requireRefusal("A command is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trian", "--frob"})
    void unknownCommand(String word) {
        run(word).requireRefusal(word);
    }

    @Test
    void unknownOption() {
        train(Samples.namedCsv(directory), "--lable", "kind").requireRefusal("--lable");
    }

    @Test
    void missingFile() {
        train(directory.resolve("no.csv"), "--label", "kind").requireRefusal("no.csv", "does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.csv", "data.libsvm", "data.parquet", "images-idx3-ubyte"})
    void emptyFile(String name) {
        train(Samples.write(directory.resolve(name), new byte[0]), "--label", "kind")
                .requireRefusal(name, "is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.csv", "data.libsvm", "data.csv.gz", "data.libsvm.gz"})
    void fileOfEmptyLines(String name) {
        train(Samples.write(directory.resolve(name), "", ""), "--label", "kind").requireRefusal(name, "no rows");
    }

    @Test
    void headerOnly() {
        train(csv("x,y,kind"), "--label", "kind").requireRefusal("data.csv", "no rows");
    }

    @Test
    void unknownFormat() {
        train(Samples.write(directory.resolve("data.xls"), "x"), "--label", "kind")
                .requireRefusal("data.xls", "--format");
        train(csv("x,kind", "1,0"), "--label", "kind", "--format", "xml").requireRefusal("--format", "xml");
    }

    @ParameterizedTest
    @CsvSource({
        "data.parquet, not parquet at all, parquet",
        "data.libsvm, 0 1:x, libsvm",
        "data.libsvm, 0 0:1, libsvm",
        "images-idx3-ubyte, not idx at all, IDX",
        "images-idx3-ubyte.gz, not idx at all, IDX"
    })
    void fileOfAnotherKind(String name, String text, String named) {
        train(Samples.write(directory.resolve(name), text), "--label", "label").requireRefusal(name, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data.csv.gz", "data.libsvm.gz", "images-idx3-ubyte.gz"})
    void notGzip(String name) throws IOException {
        train(Files.writeString(directory.resolve(name), "plain text"), "--label", "label")
                .requireRefusal(name);
    }

    @Test
    void cutGzip() throws IOException {
        Path whole = Samples.libsvm(directory.resolve("data.libsvm.gz"));
        byte[] bytes = Files.readAllBytes(whole);
        train(Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2))).requireRefusal("data.libsvm.gz");
    }

    @Test
    void idxThatDoesNotFit() throws IOException {
        Path images = Samples.idx(directory, "");
        Files.write(images, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        train(images).requireRefusal("tiny-images-idx3-ubyte", "377");
    }

    @Test
    void cutIdxInGzip() {
        Samples.idx(directory, ".gz");
        Path images = Samples.write(
                directory.resolve("tiny-images-idx3-ubyte.gz"), Samples.idxFile(new byte[8], Samples.ROWS, 2, 2));
        train(images).requireRefusal("tiny-images-idx3-ubyte.gz", "cut short");
    }

    @Test
    void idxWithoutLabels() throws IOException {
        Path images = Samples.idx(directory, "");
        Files.delete(directory.resolve("tiny-labels-idx1-ubyte"));
        train(images).requireRefusal("tiny-images-idx3-ubyte", "labels");
    }

    @Test
    void missingColumns() {
        Path data = Samples.namedCsv(directory);
        train(data).requireRefusal("--label", "x, y, kind");
        train(data, "--label", "sort").requireRefusal("'sort'", "x, y, kind");
        train(data, "--label", "kind", "--features", "x,z").requireRefusal("'z'", "x, y, kind");
        train(data, "--label", "Kind").requireRefusal("'Kind'", "x, y, kind");
    }

    @Test
    void featuresThatMakeNoSense() {
        Path data = Samples.namedCsv(directory);
        train(data, "--label", "kind", "--features", "x,kind").requireRefusal("'kind'", "label");
        train(data, "--label", "kind", "--features", "x,x").requireRefusal("'x'", "twice");
        train(csv("kind", "1", "0"), "--label", "kind").requireRefusal("besides the label", "kind");
        train(data, "--label", "kind", "--ignore", "x,y").requireRefusal("besides the label and those ignored");
        train(data, "--label", "kind", "--ignore", "z").requireRefusal("'z'", "x, y, kind");
    }

    /** A network of one's own takes plain vectors. */
    @Test
    void featureThatIsAText() {
        Path data = csv("x,y,kind", "1,2,a", "1,two,b");
        train(data, "--label", "kind", "--network", network(2, "softmax")).requireRefusal("'y'", "numeric", "string");
    }

    @ParameterizedTest
    @CsvSource({"NaN, null", "Infinity, null", "-Infinity, null", "'', null", "1e300, 1.0E300"})
    void featureThatIsNotFinite(String value, String named) {
        Path data = csv(
                "x,y,kind", Stream.concat(Stream.generate(() -> "1,2.5,a").limit(20), Stream.of("1," + value + ",b")));
        train(data, "--label", "kind", "--network", network(2, "softmax")).requireRefusal("'y'", "finite", named);
        train(data, "--label", "kind", "--network", network(2, "softmax"), "--standardize")
                .requireRefusal("'y'", "finite", named);
    }

    @Test
    void labelsThatCannotBeUsed() {
        train(csv("x,kind", "1,", "2,", "3,"), "--label", "kind").requireRefusal("'kind'", "no label");
        train(csv("x,kind", "1,a", "2,a"), "--label", "kind").requireRefusal("'kind'", "two different labels", "a");
        train(csv("x,kind", "1,a", "2,7"), "--label", "kind", "--task", "regression")
                .requireRefusal("'kind'", "numbers", "'a'");
        train(csv("x,kind", "1,a", "2,b"), "--label", "kind", "--task", "clustering")
                .requireRefusal("--task", "clustering");
        Path network = network(2, "softmax");
        for (String odd : List.of("-1", "0.5", "123456")) {
            train(csv("x,y,kind", "1,0,0", "2,0," + odd, "2,1,1"), "--label", "kind", "--network", network)
                    .requireRefusal("labelIndex");
        }
    }

    @Test
    void weightsOfClassesThatCannotBeUsed() {
        Path data = Samples.namedCsv(directory);
        train(data, "--label", "kind", "--class-weights", "fair").requireRefusal("--class-weights", "balanced", "fair");
        train(data, "--label", "kind", "--class-weights", "ant=-1").requireRefusal("--class-weights", "ant=-1");
        train(data, "--label", "kind", "--class-weights", "dog=2").requireRefusal("'dog'", "ant, bee, cat");
        train(data, "--label", "x", "--class-weights", "balanced").requireRefusal("--class-weights", "needs classes");
    }

    @ParameterizedTest
    @CsvSource({
        "--delimiter, ab",
        "--encoding, latin-99",
        "--validation-fraction, 1",
        "--patience, 0",
        "--restore-best, no"
    })
    void optionsOfTables(String option, String value) {
        train(Samples.namedCsv(directory), "--label", "kind", option, value).requireRefusal(option, value);
    }

    private Path network(int units, String activation) {
        return Samples.write(
                directory.resolve("net.json"),
                "{\"layers\": [{\"class_name\": \"Dense\", \"config\": {\"units\": " + units + ", \"activation\": \""
                        + activation + "\"}}]}");
    }

    @Test
    void networkThatDoesNotFit() {
        Path data = Samples.numberedCsv(directory);
        train(data, "--label", "kind", "--network", network(2, "softmax")).requireRefusal("'kind'", "from 0 to 1", "2");
        train(data, "--label", "kind", "--network", network(3, "relu")).requireRefusal("softmax", "relu");
        train(data, "--label", "kind", "--network", network(1, "softmax")).requireRefusal("last layer");
        train(data, "--label", "kind", "--network", network(3, "reluu")).requireRefusal("net.json", "reluu", "relu");
        train(data, "--label", "kind", "--network", network(0, "softmax")).requireRefusal("net.json", "units", "0");
        train(data, "--label", "kind", "--network", network(3, "softmax"), "--hidden", 3)
                .requireRefusal("--hidden");
        train(data, "--label", "kind", "--network", directory.resolve("no.json"))
                .requireRefusal("no.json", "does not exist");
        train(data, "--label", "kind", "--network", data).requireRefusal("numbered.csv", "JSON");
        train(data, "--label", "kind", "--network", directory).requireRefusal("--network");
    }

    @Test
    void networkWithSeveralInputs() {
        Node wide = Node.input("wide", 2);
        Node deep = Node.input("deep", 2);
        Network network = Functional.of(
                Dense.of(3).activation("softmax").on(Concatenate.of().on(wide, deep)));
        Path file = Samples.write(directory.resolve("both.json"), network.toJson());
        train(Samples.numberedCsv(directory), "--label", "kind", "--network", file)
                .requireRefusal("both.json", "wide and deep", "inputCols");
    }

    @ParameterizedTest
    @CsvSource({"--activation, softplush, softplus", "--loss, entropy, huber", "--optimizer, adan, adam"})
    void unknownNames(String option, String name, String known) {
        train(Samples.namedCsv(directory), "--label", "kind", option, name).requireRefusal("'" + name + "'", known);
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, 0",
        "--epochs, -1",
        "--batch-size, 0",
        "--batch-size, -5",
        "--workers, 0",
        "--workers, -2",
        "--averaging-frequency, 0",
        "--averaging-frequency, -1",
        "--averaging-frequency, often",
        "--learning-rate, 0",
        "--learning-rate, -0.1",
        "--learning-rate, NaN",
        "--learning-rate, Infinity",
        "--test-fraction, 0",
        "--test-fraction, 1",
        "--test-fraction, -0.5",
        "--test-fraction, NaN",
        "--hidden, 0",
        "--hidden, '8,-1'",
        "--epochs, many",
        "--hidden, '8,,8'",
        "--seed, x",
        "--epochs, 99999999999"
    })
    void numbers(String option, String value) {
        Path data = Samples.namedCsv(directory);
        run("train", "--data", data, "--label", "kind", "--out", model, option, value)
                .requireRefusal(option, value.startsWith("8,") ? "" : value.replace("-0.1", "-0.1"));
    }

    @Test
    void testDataThatCannotBeUsed() {
        Path data = Samples.namedCsv(directory);
        train(data, "--label", "kind", "--test", directory.resolve("no.csv")).requireRefusal("no.csv");
        train(data, "--label", "kind", "--test", data, "--test-fraction", 0.1).requireRefusal("--test-fraction");
        train(data, "--label", "kind", "--test", csv("x,kind", "1,ant")).requireRefusal("'y'", "x, kind");
        train(data, "--label", "kind", "--test", csv("x,y", "1,2")).requireRefusal("'kind'");
        train(
                        Samples.numberedCsv(directory),
                        "--label",
                        "kind",
                        "--network",
                        network(3, "softmax"),
                        "--test",
                        csv("x,y,kind", "1,NaN,1"))
                .requireRefusal("'y'", "null");
        train(data, "--label", "kind", "--test", csv("x,y,kind", "1,2,dog"))
                .requireRefusal("'kind'", "dog", "ant, bee, cat");
        train(csv("x,label", "1,0", "2,1"), "--label", "label", "--test-fraction", 0.000001)
                .requireRefusal("--test-fraction", "2 rows");
    }

    @Test
    void outputThatExists() throws IOException {
        Path data = Samples.namedCsv(directory);
        Files.createDirectory(model);
        train(data, "--label", "kind").requireRefusal("--out", "model", "--overwrite");
        assertThat(model).isEmptyDirectory();
        run("train", "--data", data, "--label", "kind", "--json", data).requireRefusal("--json", "named.csv");
        run("train", "--data", data, "--label", "kind", "--out", data.resolve("in-a-file"))
                .requireRefusal("--out", "not a directory");
        run("predict", "--model", model, "--data", data, "--out", data).requireRefusal("--out", "named.csv");
    }

    @Test
    void divergedTraining() {
        train(
                        Samples.namedCsv(directory),
                        "--label",
                        "kind",
                        "--optimizer",
                        "sgd",
                        "--learning-rate",
                        1e30,
                        "--epochs",
                        5)
                .requireRefusal("loss", "learning rate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "local[0]",
                "local[x]",
                "http://x",
                "spark://host",
                "spark://host:7077:",
                "spark://host:7077,other"
            })
    void unknownMaster(String master) {
        train(Samples.namedCsv(directory), "--label", "kind", "--master", master)
                .requireRefusal("--master", master);
    }

    @Test
    void pathsThatAreNone() {
        train(Path.of(""), "--label", "kind").requireRefusal("--data");
        run("train", "--data", "nofs://x/y.csv", "--label", "kind").requireRefusal("nofs");
        run("describe", "--model", "").requireRefusal("--model");
    }
}
