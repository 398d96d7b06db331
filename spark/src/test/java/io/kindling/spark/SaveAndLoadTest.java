package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.activations.CustomActivation;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Sgd;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimators and models come back as they were saved; damaged directories are noticed. */
class SaveAndLoadTest {
    @TempDir
    private Path folder;

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(5).activation("gelu"), Dense.of(2).activation("softmax")))
                .setOptimizer(Sgd.of(0.25).momentum(0.5).nesterov(true))
                .setLoss("categorical_crossentropy")
                .setEpochs(2)
                .setNumWorkers(2);
    }

    private static List<Row> predictions(org.apache.spark.ml.Transformer model, Dataset<Row> data) {
        return model.transform(data).collectAsList();
    }

    /** A param's value as it is saved, or null if it has none; arrays have no equality of their own. */
    private static String json(NeuralNetworkClassifier stage, String name) {
        Param<Object> param = stage.getParam(name);
        return stage.isDefined(param) ? param.jsonEncode(stage.getOrDefault(param)) : null;
    }

    @Test
    void anEstimatorComesBack() throws IOException {
        NeuralNetworkClassifier saved =
                classifier().setThresholds(new double[] {0.5, 1}).setClassWeights(new double[] {0.25, 2});
        saved.write().save(folder.resolve("estimator").toString());
        NeuralNetworkClassifier loaded =
                NeuralNetworkClassifier.load(folder.resolve("estimator").toString());
        assertThat(loaded.uid()).isEqualTo(saved.uid());
        for (Param<?> param : saved.params()) {
            assertThat(json(loaded, param.name())).as(param.name()).isEqualTo(json(saved, param.name()));
        }
        assertThat(loaded.getNetwork()).isEqualTo(saved.getNetwork());
        assertThat(loaded.getOptimizer()).isEqualTo(saved.getOptimizer());
    }

    @Test
    void aModelComesBack() throws IOException {
        Dataset<Row> data = LocalSpark.moons(40, 2);
        NeuralNetworkClassificationModel saved = classifier().fit(data);
        saved.setPredictionCol("guess");
        String path = folder.resolve("model").toString();
        saved.write().save(path);
        NeuralNetworkClassificationModel loaded = NeuralNetworkClassificationModel.load(path);
        assertThat(loaded.uid()).isEqualTo(saved.uid());
        assertThat(loaded.getPredictionCol()).isEqualTo("guess");
        assertThat(loaded.trainedNetwork().weights().trainable())
                .isEqualTo(saved.trainedNetwork().weights().trainable());
        assertThat(predictions(loaded, data)).isEqualTo(predictions(saved, data));
        try (Stream<Path> files = Files.list(Path.of(path))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .containsExactlyInAnyOrder("manifest.json", "metadata", "network.json", "weights.safetensors");
        }
    }

    /** What is saved of a user's own activation is the graph of its expression: nothing needs to be registered. */
    @Test
    void aModelWithAUsersOwnActivationComesBack() throws IOException {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        CustomActivation sin = CustomActivation.of("sin", (sd, x) -> sd.math().sin(x));
        NeuralNetworkClassificationModel saved = classifier()
                .setNetwork(
                        Sequential.of(Dense.of(8).activation(sin), Dense.of(2).activation("softmax")))
                .setEpochs(10)
                .fit(data);
        String path = folder.resolve("model").toString();
        saved.write().save(path);
        NeuralNetworkClassificationModel loaded = NeuralNetworkClassificationModel.load(path);
        assertThat(loaded.network()).isEqualTo(saved.network());
        assertThat(predictions(loaded, data)).isEqualTo(predictions(saved, data));
        double right = loaded.transform(data).filter("prediction = label").count();
        assertThat(right / data.count()).isGreaterThan(0.8);
    }

    @Test
    void aPipelineComesBack() throws IOException {
        Dataset<Row> data = LocalSpark.moons(40, 2);
        PipelineModel saved =
                new Pipeline().setStages(new PipelineStage[] {classifier()}).fit(data);
        String path = folder.resolve("pipeline").toString();
        saved.write().save(path);
        assertThat(predictions(PipelineModel.load(path), data)).isEqualTo(predictions(saved, data));
    }

    @Test
    void anExistingDirectoryIsKeptUnlessToldOtherwise() throws IOException {
        NeuralNetworkClassificationModel model = classifier().fit(LocalSpark.moons(40, 2));
        String path = folder.resolve("model").toString();
        model.write().save(path);
        assertThatThrownBy(() -> model.write().save(path)).hasMessageContaining("already exists");
        model.write().overwrite().save(path);
        assertThat(NeuralNetworkClassificationModel.load(path).uid()).isEqualTo(model.uid());
    }

    private String savedModel() throws IOException {
        String path = folder.resolve("model").toString();
        classifier().fit(LocalSpark.moons(40, 2)).write().save(path);
        return path;
    }

    private static void removeChecksums(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(f -> f.getFileName().toString().endsWith(".crc"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.json", "weights.safetensors", "metadata/part-00000"})
    void aFileCutShortIsNoticed(String name) throws IOException {
        String path = savedModel();
        removeChecksums(Path.of(path));
        Path file = Path.of(path, name);
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 7, bytes.length / 2, bytes.length - 3}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> NeuralNetworkClassificationModel.load(path))
                    .as(name + " of " + length + " bytes")
                    .isInstanceOf(DamagedModelException.class)
                    .hasMessageContaining(path);
        }
    }

    @Test
    void aChangedWeightIsNoticed() throws IOException {
        String path = savedModel();
        removeChecksums(Path.of(path));
        Path file = Path.of(path, "weights.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        for (int position : new int[] {0, 9, 40, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[position] ^= 1;
            Files.write(file, changed);
            assertThatThrownBy(() -> NeuralNetworkClassificationModel.load(path))
                    .as("bit changed at " + position)
                    .isInstanceOf(DamagedModelException.class);
        }
    }

    @Test
    void aChangedNetworkIsNoticed() throws IOException {
        String path = savedModel();
        removeChecksums(Path.of(path));
        Path file = Path.of(path, "network.json");
        Files.writeString(file, Files.readString(file).replace("\"approximate\" : false", "\"approximate\" : true"));
        assertThatThrownBy(() -> NeuralNetworkClassificationModel.load(path))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("another network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.json", "weights.safetensors", "metadata"})
    void aMissingFileIsNamed(String name) throws IOException {
        String path = savedModel();
        Files.move(Path.of(path, name), folder.resolve("away"));
        assertThatThrownBy(() -> NeuralNetworkClassificationModel.load(path))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("no " + name);
    }

    /** As versions before this one saved it. */
    @Test
    void aModelWithoutAManifestComesBack() throws IOException {
        String path = savedModel();
        Files.delete(Path.of(path, "manifest.json"));
        assertThat(NeuralNetworkClassificationModel.load(path).numClasses()).isEqualTo(2);
    }

    @Test
    void aChangedParamIsNoticed() throws IOException {
        String path = savedModel();
        removeChecksums(Path.of(path));
        Path file = Path.of(path, "metadata", "part-00000");
        Files.writeString(file, Files.readString(file).replace("\"prediction\"", "\"prediktion\""));
        assertThatThrownBy(() -> NeuralNetworkClassificationModel.load(path))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("metadata/part-00000 is cut short or damaged");
    }

    /** MLlib's own reader makes an object of whatever class the file names. */
    @Test
    void aStageOfAnotherClassIsRefused() throws IOException {
        String path = folder.resolve("estimator").toString();
        classifier().write().save(path);
        removeChecksums(Path.of(path));
        Path file = Path.of(path, "metadata", "part-00000");
        String name = NeuralNetworkClassifier.class.getName();
        Files.writeString(file, Files.readString(file).replace(name, "org.apache.spark.ml.feature.Binarizer"));
        assertThatThrownBy(() -> NeuralNetworkClassifier.load(path))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining("it holds a org.apache.spark.ml.feature.Binarizer, and a " + name);
    }

    @Test
    @Timeout(20)
    void aNamedPipeIsRefused() throws IOException, InterruptedException {
        String path = savedModel();
        for (String name : new String[] {"weights.safetensors", "network.json", "metadata/part-00000"}) {
            Path file = Path.of(path, name);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                    .isZero();
            assertThatThrownBy(() -> NeuralNetworkClassificationModel.load(path))
                    .isInstanceOf(DamagedModelException.class)
                    .hasMessageContaining(name + " must be a regular file");
            Files.delete(file);
            Files.write(file, bytes);
        }
    }
}
