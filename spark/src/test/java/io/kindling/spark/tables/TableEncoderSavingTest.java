package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.spark.files.Manifest;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.saved.SavedPipeline;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was saved makes the same vectors, and nothing that was damaged is read. */
class TableEncoderSavingTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static TableEncoderModel model;
    /** Of a copy. */
    private Path path;

    /** All kinds of columns, with holes. */
    private static Dataset<Row> table() {
        StructType schema = new StructType()
                .add("number", DataTypes.DoubleType)
                .add("text", DataTypes.StringType)
                .add("boolean", DataTypes.BooleanType)
                .add("date", DataTypes.DateType)
                .add("vector", SQLDataTypes.VectorType())
                .add("wide", SQLDataTypes.VectorType());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(RowFactory.create(
                    i % 7 == 0 ? null : Math.PI * i,
                    i % 5 == 0 ? "" : "text \u00e9 \"" + i % 4,
                    i % 6 == 0 ? null : i % 2 == 0,
                    Date.valueOf("2024-0" + (1 + i % 9) + "-11"),
                    Vectors.dense(i, Math.sqrt(i)),
                    Vectors.sparse(2000, new int[] {i, 1999}, new double[] {i, 1 / 3.0})));
        }
        return LocalSpark.of(rows, schema, 3);
    }

    @BeforeAll
    static void save() throws IOException {
        model = new TableEncoder()
                .setOutputCol("encoded")
                .setMinCategoryCount(3)
                .fit(table());
        model.write().save(shared.resolve("model").toString());
    }

    @BeforeEach
    void copy() throws IOException {
        path = folder.resolve("model");
        FileUtils.copyDirectory(shared.resolve("model").toFile(), path.toFile());
    }

    @Test
    void comesBackAsItWas() {
        Dataset<Row> table = table();
        TableEncoderModel loaded = TableEncoderModel.load(path.toString());
        assertThat(loaded.uid()).isEqualTo(model.uid());
        assertThat(loaded.describe()).isEqualTo(model.describe());
        assertThat(loaded.notices()).isEqualTo(model.notices());
        assertThat(loaded.getOutputCol()).isEqualTo("encoded");
        assertThat(loaded.transform(table).collectAsList())
                .isEqualTo(model.transform(table).collectAsList());
        assertThat(loaded.transform(table).schema())
                .isEqualTo(model.transform(table).schema());
    }

    @Test
    void theEncoderComesBackAsItWas() throws IOException {
        String path = folder.resolve("encoder").toString();
        TableEncoder encoder = new TableEncoder()
                .setInputCols("a.b", "c")
                .setIgnoredCols("d")
                .setMaxCategories(7)
                .setMinCategoryCount(3)
                .setHandleInvalid("skip")
                .setOutputCol("out");
        encoder.write().save(path);
        TableEncoder loaded = TableEncoder.load(path);
        assertThat(loaded.getInputCols()).containsExactly("a.b", "c");
        assertThat(loaded.getIgnoredCols()).containsExactly("d");
        assertThat(loaded.getMaxCategories()).isEqualTo(7);
        assertThat(loaded.getMinCategoryCount()).isEqualTo(3);
        assertThat(loaded.getHandleInvalid()).isEqualTo("skip");
        assertThat(loaded.getOutputCol()).isEqualTo("out");
    }

    @Test
    void aPipelineWithItCanBeReadWithoutTrust() throws IOException {
        Dataset<Row> table =
                table().na().fill("none", new String[] {"text"}).na().replace("text", Map.of("", "none"));
        StringIndexerModel labels =
                new StringIndexer().setInputCol("text").setOutputCol("index").fit(table);
        PipelineModel pipeline = new Pipeline()
                .setStages(new PipelineStage[] {
                    labels,
                    new TableEncoder().setIgnoredCols("text", "index"),
                    new IndexToString()
                            .setInputCol("index")
                            .setOutputCol("again")
                            .setLabels(labels.labelsArray()[0])
                })
                .fit(table);
        String saved = folder.resolve("pipeline").toString();
        SavedPipeline.save(pipeline, saved);
        PipelineModel loaded = SavedPipeline.load(LocalSpark.session(), saved);
        assertThat(loaded.transform(table).collectAsList())
                .isEqualTo(pipeline.transform(table).collectAsList());
    }

    @Test
    void aFileThatDoesNotBelongToItIsRefusedInAPipeline() throws IOException {
        PipelineModel pipeline = new Pipeline()
                .setStages(new PipelineStage[] {new TableEncoder()})
                .fit(table());
        Path saved = folder.resolve("pipeline");
        SavedPipeline.save(pipeline, saved.toString());
        Path stage = saved.resolve("stages/0_" + pipeline.stages()[0].uid());
        Files.writeString(stage.resolve("more.json"), "{}");
        Files.delete(saved.resolve("manifest.json"));
        Files.delete(saved.resolve(".manifest.json.crc"));
        FileSystem local = FileSystem.getLocal(new Configuration()).getRawFileSystem();
        Manifest.write(local, new org.apache.hadoop.fs.Path(saved.toUri()));
        requireRefusal(() -> SavedPipeline.load(LocalSpark.session(), saved.toString()), "more.json does not belong");
    }

    private static void requireRefusal(ThrowingCallable call, String part) {
        assertThatExceptionOfType(DamagedModelException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith("The model directory ")
                        .hasSizeLessThan(300)
                        .contains(part));
    }

    @Test
    void aFileThatChangedIsRefused() throws IOException {
        Path file = path.resolve("table.json");
        Files.writeString(file, Files.readString(file).replace("\"rows\":30", "\"rows\":31"));
        Files.delete(path.resolve(".table.json.crc"));
        requireRefusal(() -> TableEncoderModel.load(path.toString()), "table.json is cut short or damaged");
        Files.delete(path.resolve("manifest.json"));
        assertThat(TableEncoderModel.load(path.toString()).describe()).startsWith("31 rows");
        Files.delete(file);
        requireRefusal(() -> TableEncoderModel.load(path.toString()), "it has no table.json");
    }

    /** As somebody would change it who wants to do harm. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', textBlock = """
            "format":1               | "format":2               | is of format 2
            "rows":30                | "rows":-1                | needs a whole number of at least 0 as "rows". Received: -1.
            "rows":30                | "rows":1e400             | needs a whole number
            "zone":"                 | "zone":"Nowhere/         | needs a time zone as "zone"
            "kind":"number"          | "kind":"odd"             | has a column of an unknown kind: odd.
            "kind":"number"          | "kind":"boolean"         | needs a whole number of at least 0 as "falses". Received: nothing.
            "name":"text"            | "name":"number"          | has the column number twice.
            "name":"text"            | "name":7                 | needs a text as "name". Received: 7.
            "centre":                | "centre":1e999,"x":      | needs a finite number as "centre"
            "scale":{"centre":       | "scale":{"scale":0,"centre": | Duplicate field 'scale'
            "values":["              | "values":["z","          | needs different texts in the order of their characters
            "values":["              | "values":["__other__","  | needs different texts in the order of their characters
            "parts":["               | "parts":["century","     | has an unknown part of dates: century
            "first":                 | "first":9876543210,"x":  | needs days that a calendar has
            "meaning":"NUMERIC"      | "meaning":"X"            | has an unknown "meaning": X
            "wide":[                 | "wide":[0,               | needs a finite number above 0 as "wide". Received: 0.
            "wide":[                 | "wide":[],"x":[          | needs from 1001 to 1048576 numbers as "wide".
            "elements":[             | "elements":[],"x":[      | needs from 1 to 1000 "elements".
            "columns":[              | "columns":[],"x":[       | needs columns with from 1 to 8388608 slots in all.
            {"format"                | [[[{"format"             | is not valid JSON
            """)
    void aTableThatCannotBeIsRefused(String old, String replacement, String message) throws IOException {
        Files.delete(path.resolve("manifest.json"));
        Files.delete(path.resolve(".table.json.crc"));
        Path file = path.resolve("table.json");
        String text = Files.readString(file);
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        Files.writeString(file, text.substring(0, at) + replacement + text.substring(at + old.length()));
        requireRefusal(() -> TableEncoderModel.load(path.toString()), message);
    }
}
