package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a format that has types of its own.
 *
 * @param frame the rows
 */
record FrameTable(Dataset<Row> frame) implements Table {

    @Override
    public boolean isEmpty() {
        // Without columns, of which there may be thousands.
        return frame.select().isEmpty();
    }

    @Override
    public StructType schema() {
        return frame.schema();
    }

    @Override
    public CellType type(String column) {
        return CellType.of(Kind.of(schema().apply(column).dataType()));
    }

    @Override
    public Dataset<Row> rows(List<Pick> picks, Passing passing) {
        List<Column> columns = new ArrayList<>();
        for (List<Pick> held : Pick.byHolder(picks)) {
            Pick first = held.get(0);
            columns.add(
                    first.bundle().isEmpty()
                            ? picked(first)
                                    .as(
                                            first.name(),
                                            schema().apply(first.column()).metadata())
                            : functions
                                    .array(held.stream().map(this::number).toArray(Column[]::new))
                                    .as(first.bundle()));
        }
        if (passing != Passing.NONE) {
            Column[] all = Arrays.stream(schema().fields())
                    .filter(field -> Kind.of(field.dataType()) != Kind.OTHER)
                    .map(field -> ColumnNames.column(frame, field.name()))
                    .toArray(Column[]::new);
            columns.add(functions.struct(all).as(PASSED));
        }
        return frame.select(columns.toArray(Column[]::new));
    }

    private Column number(Pick pick) {
        return functions.coalesce(picked(pick).cast("double"), functions.lit(Double.NaN));
    }

    private Column picked(Pick pick) {
        Column column = ColumnNames.column(frame, pick.column());
        Kind wanted = pick.type().kind();
        boolean fits = wanted == Kind.OTHER || type(pick.column()).kind().general() == wanted.general();
        return fits ? column : column.cast(wanted.type());
    }

    @Override
    public List<String> notices(List<Pick> picks) {
        return List.of();
    }
}
