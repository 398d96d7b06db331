package io.kindling.spark.saved;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/**
 * A column as the schema has it.
 *
 * @param path the names from the outside in
 * @param type of its values
 * @param maxRepetition how many lists it lies in
 * @param maxDefinition how many of what it lies in, and itself, may be missing
 */
record ParquetLeaf(List<String> path, Type type, int maxRepetition, int maxDefinition) {
    private static final int DEEPEST = 16;
    private static final int MOST = 100;

    /**
     * The columns of a schema, which lists a tree from the root down.
     *
     * @throws IOException if it is no tree, too deep, or has more columns than any stage saves
     */
    static List<ParquetLeaf> of(List<SchemaElement> schema) throws IOException {
        Walk walk = new Walk(schema);
        SchemaElement root = walk.next();
        for (int i = 0; i < root.getNum_children(); i++) {
            walk.add(List.of(), 0, 0);
        }
        ParquetFile.demand(
                walk.position == schema.size() && !walk.leaves.isEmpty(),
                "its schema describes another number of columns.");
        return walk.leaves;
    }

    private static final class Walk {
        private final List<SchemaElement> schema;
        private final List<ParquetLeaf> leaves = new ArrayList<>();
        private int position;

        Walk(List<SchemaElement> schema) {
            this.schema = schema;
        }

        SchemaElement next() throws IOException {
            ParquetFile.demand(position < schema.size(), "its schema describes another number of columns.");
            return schema.get(position++);
        }

        void add(List<String> parents, int repetition, int definition) throws IOException {
            SchemaElement element = next();
            ParquetFile.demand(
                    parents.size() < DEEPEST && leaves.size() < MOST,
                    "its schema has more columns, or is nested deeper, than that of any stage.");
            FieldRepetitionType kind = element.getRepetition_type();
            ParquetFile.demand(kind != null, "its schema lacks a repetition type.");
            int repeated = repetition + (kind == FieldRepetitionType.REPEATED ? 1 : 0);
            int defined = definition + (kind == FieldRepetitionType.REQUIRED ? 0 : 1);
            List<String> path = new ArrayList<>(parents);
            path.add(element.getName());
            if (element.isSetNum_children() && element.getNum_children() > 0) {
                for (int i = 0; i < element.getNum_children(); i++) {
                    add(path, repeated, defined);
                }
            } else {
                ParquetFile.demand(element.isSetType(), "its schema lacks a type.");
                leaves.add(new ParquetLeaf(List.copyOf(path), element.getType(), repeated, defined));
            }
        }
    }
}
