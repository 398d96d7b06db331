package io.kindling.cluster.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.DateForm;
import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.cells.MissingTexts;
import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.Features;
import io.kindling.cluster.data.Pick;
import io.kindling.cluster.data.Table;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What training decided about the columns of a table, so that other rows are read the same: {@code columns.json} of a saved
 * model.
 *
 * @param types what the cells of each column of features are, by the name that the stages know it by
 * @param bundles the arrays that columns of numbers are put into, by the names of those columns
 * @param label the name of the column of labels, if it is known
 * @param missing the texts that stand for missing cells
 */
record KnownColumns(
        Map<String, CellType> types, Map<String, String> bundles, Optional<String> label, MissingTexts missing) {
    private static final int MOST_TOKENS = 1_000_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    KnownColumns {
        types = new LinkedHashMap<>(types);
        bundles = Map.copyOf(bundles);
    }

    /** Columns of which a model says no more than their names and one kind. */
    static KnownColumns of(List<String> names, Kind kind) {
        Map<String, CellType> types = new LinkedHashMap<>();
        names.forEach(name -> types.put(name, CellType.of(kind)));
        return new KnownColumns(types, Map.of(), Optional.empty(), MissingTexts.usual());
    }

    /**
     * Where a table has these columns.
     *
     * @throws BadDataException naming one that it has not
     */
    List<Pick> picks(Table table) {
        StructType schema = table.schema();
        List<Pick> picks = new ArrayList<>();
        types.forEach((name, type) -> {
            String column = ColumnNames.find(schema, name).orElseThrow(() -> Features.missing(schema, name));
            picks.add(new Pick(column, name, type, bundles.getOrDefault(name, "")));
        });
        return picks;
    }

    /** The columns as the stages get them. */
    StructType schema() {
        StructType schema = new StructType();
        for (Map.Entry<String, CellType> column : types.entrySet()) {
            Kind kind = column.getValue().kind();
            String bundle = bundles.get(column.getKey());
            if (bundle == null) {
                schema = schema.add(column.getKey(), kind == Kind.OTHER ? SQLDataTypes.VectorType() : kind.type());
            } else if (!ColumnNames.contains(schema, bundle)) {
                schema = schema.add(bundle, DataTypes.createArrayType(DataTypes.DoubleType, false));
            }
        }
        return schema;
    }

    /** The names of the columns as the stages get them. */
    String[] holders() {
        return types.keySet().stream()
                .map(name -> bundles.getOrDefault(name, name))
                .distinct()
                .toArray(String[]::new);
    }

    /** As a text for a file. */
    String toJson() {
        ObjectNode root = MAPPER.createObjectNode();
        label.ifPresent(name -> root.put("label", name));
        ArrayNode texts = root.putArray("missing");
        missing.given().forEach(texts::add);
        ArrayNode columns = root.putArray("columns");
        types.forEach((name, type) -> {
            ObjectNode column = columns.addObject().put("name", name).put("kind", lower(type.kind()));
            if (type.kind() == Kind.DATE || type.kind() == Kind.TIMESTAMP) {
                column.put("form", lower(type.form()));
            }
            if (bundles.containsKey(name)) {
                column.put("bundle", bundles.get(name));
            }
        });
        return root.toPrettyString() + "\n";
    }

    /**
     * Reads what {@link #toJson} writes from a file that need not be trusted.
     *
     * @throws KindlingException saying what is wrong
     */
    static KnownColumns fromJson(byte[] text) {
        JsonNode root = UntrustedJson.read(text, MOST_TOKENS);
        require(root.isObject(), root);
        Map<String, CellType> types = new LinkedHashMap<>();
        Map<String, String> bundles = new LinkedHashMap<>();
        String last = "";
        for (JsonNode column : list(root.path("columns"))) {
            Kind kind = named(Kind.values(), text(column.path("kind")));
            DateForm form =
                    column.has("form") ? named(DateForm.values(), text(column.path("form"))) : DateForm.YEAR_FIRST;
            if (column.has("bundle")) {
                String bundle = text(column.path("bundle"));
                // An array holds columns that follow each other.
                require(kind == Kind.NUMBER && (bundle.equals(last) || !bundles.containsValue(bundle)), column);
                bundles.put(text(column.path("name")), bundle);
                last = bundle;
            }
            require(types.put(text(column.path("name")), new CellType(kind, form)) == null, column);
        }
        List<String> missing = new ArrayList<>();
        list(root.path("missing")).forEach(entry -> missing.add(text(entry)));
        return new KnownColumns(
                types,
                bundles,
                root.has("label") ? Optional.of(text(root.path("label"))) : Optional.empty(),
                missing.isEmpty() ? MissingTexts.usual() : MissingTexts.of(missing));
    }

    private static JsonNode list(JsonNode node) {
        require(node.isArray(), node);
        return node;
    }

    private static String text(JsonNode node) {
        require(node.isTextual(), node);
        return node.textValue();
    }

    private static void require(boolean holds, JsonNode received) {
        if (!holds) {
            throw new KindlingException("has an entry that does not belong there: " + Excerpt.of(received) + ".");
        }
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        for (E value : values) {
            if (lower(value).equals(name)) {
                return value;
            }
        }
        throw new KindlingException("has an entry that does not belong there: " + Excerpt.of(name) + ".");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
