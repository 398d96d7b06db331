package io.kindling.cluster.model;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.cells.MissingTexts;
import io.kindling.spark.tables.FittedColumn;
import io.kindling.spark.tables.TableEncoder;
import io.kindling.spark.tables.TableEncoderModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The stage that makes a vector of columns of any type. */
final class TableEncoding {

    private TableEncoding() {}

    /**
     * Fits it.
     *
     * @param notices told what was left out or looks odd
     */
    static TableEncoderModel fit(Dataset<Row> rows, String[] columns, String output, Consumer<String> notices) {
        TableEncoderModel encoder =
                new TableEncoder().setInputCols(columns).setOutputCol(output).fit(rows);
        encoder.notices().forEach(notices);
        return encoder;
    }

    /** The columns that a stage was fitted to, of which it says no more than their kinds. */
    static KnownColumns columns(TableEncoderModel encoder) {
        Map<String, CellType> types = new LinkedHashMap<>();
        for (FittedColumn column : encoder.columns()) {
            types.put(column.name(), CellType.of(kind(column.kind())));
        }
        return new KnownColumns(types, Map.of(), Optional.empty(), MissingTexts.usual());
    }

    private static Kind kind(String kind) {
        return switch (kind) {
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "text" -> Kind.TEXT;
            case "time" -> Kind.TIMESTAMP;
            default -> Kind.OTHER;
        };
    }
}
