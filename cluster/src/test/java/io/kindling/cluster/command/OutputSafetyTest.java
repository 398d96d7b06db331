package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command takes away what it did not write. */
class OutputSafetyTest {
    @TempDir
    private Path directory;

    private Path data;
    private Path model;

    @BeforeEach
    void prepare() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("project"));
        Files.createDirectories(folder.resolve("unrelated"));
        Files.writeString(folder.resolve("unrelated/notes.txt"), "months of work");
        data = Samples.namedCsv(folder);
        model = directory.resolve("model");
    }

    private CommandRun train(Object out, Object... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "train", "--data", data, "--label", "kind", "--epochs", 1, "--out", out, "--overwrite"),
                        Stream.of(more))
                .toArray());
    }

    private TreeMap<String, String> contents() throws IOException {
        TreeMap<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(directory.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private void requireRefusal(CommandRun run, TreeMap<String, String> before, String... parts) throws IOException {
        run.requireRefusal(parts);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void theFolderOfTheDataIsNotReplacedByAModel() throws IOException {
        TreeMap<String, String> before = contents();
        requireRefusal(train(data.getParent()), before, "--out", "--data", "Name another place");
    }

    @Test
    void theDataAreNotReplacedByAModel() throws IOException {
        TreeMap<String, String> before = contents();
        requireRefusal(train(data), before, "--out", "--data");
    }

    @Test
    void somebodyElsesFolderIsNotReplacedByAModelNorByPredictions() throws IOException {
        train(model).requireSuccess();
        Path folder = data.resolveSibling("unrelated");
        TreeMap<String, String> before = contents();
        requireRefusal(train(folder), before, "--out", "Kindling did not write it");
        for (Path out : List.of(folder, folder.resolve("notes.txt"), data)) {
            requireRefusal(
                    CommandRun.of("predict", "--model", model, "--data", data, "--out", out, "--overwrite"),
                    before,
                    "--out");
        }
        requireRefusal(
                CommandRun.of(
                        "evaluate",
                        "--model",
                        model,
                        "--data",
                        data,
                        "--json",
                        folder.resolve("notes.txt"),
                        "--overwrite"),
                before,
                "--json",
                "Kindling did not write it");
    }

    @Test
    void theModelIsNotReplacedByItsPredictionsNorTheyPutInIt() throws IOException {
        train(model).requireSuccess();
        TreeMap<String, String> before = contents();
        for (Path out : List.of(model, model.resolve("predicted.csv"))) {
            requireRefusal(
                    CommandRun.of("predict", "--model", model, "--data", data, "--out", out, "--overwrite"),
                    before,
                    "--out",
                    "--model");
        }
    }

    @Test
    void theDirectoryOfCheckpointsIsNotReplacedByAModel() throws IOException {
        Path checkpoints = directory.resolve("checkpoints");
        train(model, "--checkpoint-dir", checkpoints).requireSuccess();
        TreeMap<String, String> before = contents();
        requireRefusal(train(checkpoints, "--checkpoint-dir", checkpoints), before, "--out", "--checkpoint-dir");
    }

    @Test
    void aModelWithFilesOfOthersInItIsNotReplaced() throws IOException {
        train(model).requireSuccess();
        Files.writeString(model.resolve("notes.txt"), "mine");
        TreeMap<String, String> before = contents();
        requireRefusal(train(model), before, "--out", "notes.txt");
    }

    @Test
    void predictionsAreReplacedInEveryFormat() throws IOException {
        train(model).requireSuccess();
        for (String name : List.of("p.csv", "p.csv.gz", "p.parquet")) {
            Path out = directory.resolve(name);
            for (int i = 0; i < 2; i++) {
                CommandRun.of("predict", "--model", model, "--data", data, "--out", out, "--overwrite")
                        .requireSuccess();
            }
            CommandRun.of("predict", "--model", model, "--data", data, "--out", out)
                    .requireRefusal("--out", name, "exists already");
        }
        Dataset<Row> table = TestSpark.session()
                .read()
                .parquet(directory.resolve("p.parquet").toString());
        assertThat(table.count()).isEqualTo(Samples.ROWS);
    }

    /** Where nobody can make a directory, whoever they are. */
    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
        TreeMap<String, String> before = contents();
        CommandRun run = train("/proc/kindling/model");
        requireRefusal(run, before, "--out /proc/kindling/model cannot be written");
        assertThat(run.err()).doesNotContain("epoch ");
    }
}
