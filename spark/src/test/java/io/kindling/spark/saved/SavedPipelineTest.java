package io.kindling.spark.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.PolynomialExpansion;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A saved pipeline comes back as it was, and none does anything but predict, whoever wrote its files. */
class SavedPipelineTest {
    private static final String PACKAGE = "io.kindling.spark.saved.";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static PipelineModel model;
    private SavedDirectory saved;

    @BeforeAll
    static void fit() throws IOException {
        Pipeline inner = new Pipeline().setStages(new PipelineStage[] {
            new StandardScaler().setWithMean(true).setInputCol("features").setOutputCol("scaled"),
            new VectorSlicer()
                    .setIndices(new int[] {1, 0})
                    .setInputCol("scaled")
                    .setOutputCol("sliced")
        });
        model = new Pipeline()
                .setStages(new PipelineStage[] {
                    inner,
                    new NeuralNetworkClassifier()
                            .setFeaturesCol("sliced")
                            .setEpochs(1)
                            .setHiddenLayers(new int[] {3})
                })
                .fit(LocalSpark.moons(40, 2));
        SavedPipeline.save(model, shared.resolve("model").toString());
    }

    @BeforeEach
    void copy() throws IOException {
        Path copy = folder.resolve("model");
        try (Stream<Path> files = Files.walk(shared.resolve("model"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        copy.resolve(shared.resolve("model").relativize(file).toString()));
            }
        }
        saved = new SavedDirectory(copy);
    }

    @AfterEach
    void noTrapWasSprung() {
        assertThat(Sprung.traps()).doesNotContain("TrapA", "TrapB");
    }

    private PipelineModel load(StageClasses allowed) {
        return SavedPipeline.load(LocalSpark.session(), saved.path().toString(), allowed);
    }

    private void requireRefusal(String... parts) {
        assertThatExceptionOfType(DamagedModelException.class)
                .isThrownBy(() -> load(StageClasses.standard()))
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith("The model directory ")
                        .hasSizeLessThan(300)
                        .contains(parts));
    }

    @Test
    void comesBackWithThePipelineInIt() {
        Dataset<Row> data = LocalSpark.moons(40, 2);
        PipelineModel loaded = load(StageClasses.standard());
        assertThat(loaded.uid()).isEqualTo(model.uid());
        assertThat(loaded.transform(data).collectAsList())
                .isEqualTo(model.transform(data).collectAsList());
        assertThat(PipelineModel.load(saved.path().toString()).uid()).isEqualTo(model.uid());
    }

    @Test
    void needsItsManifest() throws IOException {
        Files.delete(saved.path().resolve("manifest.json"));
        requireRefusal("manifest.json", "SavedPipeline.save");
    }

    /** What MLlib itself does with such a directory. */
    @Test
    void theTrapsWorkWherePipelineModelLoadReads() throws IOException {
        saved.replace(
                saved.file("vectorSlicer", "part-00000"),
                "org.apache.spark.ml.feature.VectorSlicer",
                PACKAGE + "TrapC");
        assertThatCode(() -> PipelineModel.load(saved.path().toString())).isInstanceOf(Exception.class);
        assertThat(Sprung.traps()).contains("TrapC");
    }

    @Test
    void aClassOutsideTheListIsNamedAndNotLoaded() throws IOException {
        saved.replace(
                saved.file("vectorSlicer", "part-00000"),
                "org.apache.spark.ml.feature.VectorSlicer",
                PACKAGE + "TrapA");
        requireRefusal("vectorSlicer", PACKAGE + "TrapA", "--allow-stage");
    }

    /** An allowed class is still refused before it is initialised if it is no stage at all. */
    @Test
    void anAllowedClassThatIsNoTransformerIsNotInitialised() throws IOException {
        saved.replace(
                saved.file("vectorSlicer", "part-00000"),
                "org.apache.spark.ml.feature.VectorSlicer",
                PACKAGE + "TrapA");
        assertThatExceptionOfType(DamagedModelException.class)
                .isThrownBy(() -> load(StageClasses.standard().plus(PACKAGE + "TrapA")))
                .withMessageContaining("no Transformer");
    }

    @Test
    void aClassThatTheUserAddsIsLoaded() throws IOException {
        String path = folder.resolve("expanded").toString();
        PipelineModel expanding = new Pipeline()
                .setStages(new PipelineStage[] {
                    new PolynomialExpansion().setInputCol("features").setOutputCol("more")
                })
                .fit(LocalSpark.moons(4, 1));
        SavedPipeline.save(expanding, path);
        String name = PolynomialExpansion.class.getName();
        assertThatExceptionOfType(DamagedModelException.class)
                .isThrownBy(() -> SavedPipeline.load(LocalSpark.session(), path))
                .withMessageContaining(name);
        assertThat(SavedPipeline.load(
                                LocalSpark.session(),
                                path,
                                StageClasses.standard().plus(name))
                        .stages())
                .hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageClasses.standard().plus("../x"));
        assertThat(StageClasses.standard().allows(name)).isFalse();
    }

    /** Spark makes an instance of the class that stands in the schema of a Parquet file. */
    @Test
    void aClassInAParquetFileIsNamedAndNotLoaded() throws IOException {
        String vector = "org.apache.spark.ml.linalg.VectorUDT\"";
        String trap = PACKAGE + "TrapB\"";
        saved.replace(saved.file("stdScal", ".parquet"), vector, trap + " ".repeat(vector.length() - trap.length()));
        requireRefusal("stdScal", "names the class", "TrapB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../other", "a,/etc/passwd", "*", "{a,b}", "a/b", "file:///etc/passwd", ""})
    void aUidThatAPathWouldObeyIsRefused(String uid) throws IOException {
        String old = model.stages()[1].uid();
        saved.replace(saved.file(old, "metadata/part-00000"), "\"" + old + "\"", "\"" + uid + "\"");
        requireRefusal("uid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "outputCol":"sliced"   | "outputCol":3           | needs a text as 'outputCol'. Received: 3.
            "indices":[1,0]        | "indices":[1,0.5]       | needs a list of integers as 'indices'. Received: [1,0.5].
            "indices":[1,0]        | "indizes":[1,0]         | sets 'indizes', which is no param of VectorSlicer.
            "paramMap":{           | "paramMap":[],"x":{     | needs an object as "paramMap". Received: [].
            "sparkVersion":"3      | "sparkVersion":"x3      | needs a version as "sparkVersion"
            "timestamp":1          | "timestamp":"qid","x":1 | needs a "timestamp". Received: "qid".
            "class":"org           | "kind":"org             | needs the name of a class as "class". Received: nothing.
            {"class"               | {"class":"x","class"     | Duplicate field 'class'
            {"class"               | [[[[[[[[[[{"class"      | is not valid JSON
            """)
    void metadataThatIsNotAsItMustBeIsRefusedInASentence(String old, String replacement, String message)
            throws IOException {
        saved.replace(saved.file("vectorSlicer", "part-00000"), old, replacement);
        requireRefusal("vectorSlicer", "metadata/part-00000 ", message);
    }

    @Test
    void aTextAsLongAsNoNameIsIsRefusedInAList() throws IOException {
        String name = "x".repeat(10_001);
        saved.replace(saved.file("vectorSlicer", "part-00000"), "\"names\":[]", "\"names\":[\"" + name + "\"]");
        requireRefusal("vectorSlicer", "needs a list of texts as 'names'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stages/9_more/metadata/part-00000", "more", "data/part-00000.parquet"})
    void whatThePipelineDoesNotHaveIsRefused(String name) throws IOException {
        Path file = saved.path().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
        saved.repair();
        requireRefusal("does not belong to what the metadata describes");
    }

    @Test
    void aSummaryOfParquetFilesIsRefused() throws IOException {
        Path data = saved.file("stdScal", ".parquet");
        Files.copy(data, data.resolveSibling("_metadata"));
        requireRefusal("_metadata is not listed");
        saved.repair();
        requireRefusal("_metadata is no Parquet file");
    }

    @Test
    void aLinkInItIsRefused() throws IOException {
        Path weights = saved.file("neuralNetwork", "weights.safetensors");
        Files.move(weights, folder.resolve("elsewhere"));
        Files.createSymbolicLink(weights, folder.resolve("elsewhere"));
        requireRefusal("weights.safetensors must be a regular file. It is a symbolic link.");
    }

    @Test
    void aScalerWithoutItsDataIsRefused() throws IOException {
        Path data = saved.file("stdScal", ".parquet").getParent();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        saved.repair();
        requireRefusal("stdScal", "(StandardScalerModel): it has no stages/0_");
    }

    @Test
    void nothingIsLeftWhereSavingFails() throws IOException {
        Files.writeString(folder.resolve("file"), "text");
        String path = folder.resolve("file/model").toString();
        assertThatCode(() -> SavedPipeline.save(model, path)).isInstanceOf(Exception.class);
        assertThat(List.of(folder.toFile().list())).containsExactlyInAnyOrder("file", "model");
    }

    @Test
    void standardClassesAreOnTheClassPathAndCanBeRead() throws ReflectiveOperationException {
        for (String name : StageClasses.standard().names()) {
            assertThat(Class.forName(name).getMethod("read").invoke(null))
                    .as(name)
                    .isNotNull();
        }
        assertThat(StageClasses.standard().names()).hasSize(37);
    }
}
