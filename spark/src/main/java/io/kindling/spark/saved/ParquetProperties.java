package io.kindling.spark.saved;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.KeyValue;

/**
 * The notes that Spark keeps in a Parquet file: its own schema, in which a user-defined type is the name of a class. Spark
 * makes an instance of whatever class stands there.
 */
final class ParquetProperties {
    private static final String SCHEMA = "org.apache.spark.sql.parquet.row.metadata";
    private static final int MOST_TOKENS = 10_000;
    /** Where a schema may name a class, in Scala or in Python. */
    private static final List<String> CLASS_FIELDS = List.of("class", "pyClass", "serializedClass");

    private static final Set<String> CLASSES = Set.of(
            "org.apache.spark.ml.linalg.VectorUDT",
            "org.apache.spark.ml.linalg.MatrixUDT",
            "pyspark.ml.linalg.VectorUDT",
            "pyspark.ml.linalg.MatrixUDT");

    private ParquetProperties() {}

    /**
     * Looks through the notes.
     *
     * @param notes may be null, as Thrift has it
     * @throws IOException if a class is named that is no vector or matrix
     */
    static void require(List<KeyValue> notes) throws IOException {
        if (notes == null) {
            return;
        }
        for (KeyValue note : notes) {
            if (note.getKey().equals(SCHEMA)) {
                requireSchema(note.getValue());
            }
        }
        ParquetFile.demand(
                notes.stream().filter(note -> note.getKey().equals(SCHEMA)).count() <= 1,
                "it has two schemas of Spark's.");
    }

    private static void requireSchema(String text) throws IOException {
        JsonNode schema;
        try {
            schema = UntrustedJson.read(text == null ? "" : text, MOST_TOKENS);
        } catch (KindlingException broken) {
            throw new DamagedFileException("Spark's schema in it " + broken.getMessage(), broken);
        }
        ParquetFile.demand(schema.isObject(), "Spark's schema in it is no object.");
        for (String field : CLASS_FIELDS) {
            for (JsonNode named : schema.findValues(field)) {
                ParquetFile.demand(
                        named.isNull() || named.isTextual() && CLASSES.contains(named.textValue()),
                        "its schema names the class " + Excerpt.of(named) + ".");
            }
        }
    }
}
