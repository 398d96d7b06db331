package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellReader;
import io.kindling.cluster.cells.CellType;
import io.kindling.cluster.cells.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns rows of texts to rows of the columns that are wanted, in one step however many they are. */
final class CsvPicker implements Function<String[], InternalRow> {
    private static final long serialVersionUID = 1;

    private final List<String> names;
    private final CellReader reader;
    /** Where the cells of each picked column are. */
    private final int[] places;

    private final CellType[] types;
    /** For each column that is made, where its picks begin; and at last, where all end. */
    private final int[] begins;
    /** Of each of them, whether it is an array. */
    private final boolean[] bundled;

    private final boolean passes;
    /** For each column of the file, which of the picked ones it is passed through as; -1 for its text. */
    private final int[] read;

    CsvPicker(List<String> names, List<Pick> picks, Passing passing, CellReader reader) {
        this.names = List.copyOf(names);
        this.reader = reader;
        this.places =
                picks.stream().mapToInt(pick -> names.indexOf(pick.column())).toArray();
        this.types = picks.stream().map(Pick::type).toArray(CellType[]::new);
        List<List<Pick>> holders = Pick.byHolder(picks);
        this.begins = new int[holders.size() + 1];
        this.bundled = new boolean[holders.size()];
        for (int i = 0; i < bundled.length; i++) {
            begins[i + 1] = begins[i] + holders.get(i).size();
            bundled[i] = !holders.get(i).get(0).bundle().isEmpty();
        }
        this.passes = passing != Passing.NONE;
        this.read = IntStream.range(0, names.size()).map(i -> -1).toArray();
        if (passing == Passing.AS_READ) {
            // The clock of a timestamp may hang in another time zone than the session's.
            IntStream.range(0, places.length)
                    .filter(i -> types[i].kind() != Kind.TIMESTAMP)
                    .forEach(i -> read[places[i]] = i);
        }
    }

    /** The columns that are passed through. */
    StructType passed() {
        StructType passed = new StructType();
        for (int i = 0; i < names.size(); i++) {
            passed = passed.add(
                    names.get(i),
                    read[i] < 0 ? DataTypes.StringType : types[read[i]].kind().type());
        }
        return passed;
    }

    @Override
    public InternalRow call(String[] cells) {
        Object[] values = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = reader.value(text(cells, places[i]), types[i]);
        }
        Object[] row = new Object[bundled.length + (passes ? 1 : 0)];
        for (int i = 0; i < bundled.length; i++) {
            row[i] = bundled[i] ? array(values, begins[i], begins[i + 1]) : values[begins[i]];
        }
        if (passes) {
            Object[] passed = new Object[read.length];
            for (int i = 0; i < read.length; i++) {
                passed[i] = read[i] < 0 ? UTF8String.fromString(text(cells, i)) : values[read[i]];
            }
            row[bundled.length] = new GenericInternalRow(passed);
        }
        return new GenericInternalRow(row);
    }

    /** Numbers, NaN where there is none. */
    private static UnsafeArrayData array(Object[] values, int begin, int end) {
        double[] numbers = new double[end - begin];
        for (int i = begin; i < end; i++) {
            numbers[i - begin] = values[i] == null ? Double.NaN : ((Number) values[i]).doubleValue();
        }
        return UnsafeArrayData.fromPrimitiveArray(numbers);
    }

    /** Null where there is no cell. */
    private static String text(String[] cells, int place) {
        return place < cells.length ? cells[place] : null;
    }
}
