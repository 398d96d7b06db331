package io.kindling.cluster.data;

import io.kindling.cluster.cells.Numerals;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The names of the columns of a CSV file.
 *
 * @param cells as the first line has them
 * @param names without blanks around them, each once; columns without a name have got one
 */
record CsvHeader(List<String> cells, List<String> names) {

    /**
     * Takes the first line for names.
     *
     * @throws BadDataException if a name stands twice
     */
    static CsvHeader of(String file, String[] line) {
        List<String> cells =
                Arrays.stream(line).map(cell -> cell == null ? "" : cell).toList();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < line.length; i++) {
            String name = cells.get(i).strip();
            Integer before = name.isEmpty() ? null : places.put(name, i + 1);
            if (before != null) {
                throw twice(file, cells, name, before, i + 1);
            }
        }
        return new CsvHeader(cells, named(cells, places.keySet()));
    }

    private static BadDataException twice(String file, List<String> cells, String name, int before, int place) {
        return new BadDataException("In the header of the data file " + file + " the column " + Excerpt.of(name)
                + " stands twice, at " + before + " and " + place
                + (looksLikeData(cells)
                        ? "; the first line looks like data, say --no-header if it is."
                        : ". Choose another name for one of them."));
    }

    private static List<String> named(List<String> cells, Set<String> given) {
        Set<String> taken = new HashSet<>(given);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            if (name.isEmpty()) {
                name = "column_" + (i + 1);
                while (!taken.add(name)) {
                    name += "_";
                }
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** Names for columns of a file without a header. */
    static CsvHeader without(int columns) {
        List<String> names =
                IntStream.rangeClosed(1, columns).mapToObj(i -> "column_" + i).toList();
        return new CsvHeader(names, names);
    }

    /** Whether names are numbers rather than words, most of them. */
    static boolean looksLikeData(List<String> names) {
        long numbers =
                names.stream().filter(name -> Numerals.isNumber(name.strip())).count();
        return numbers * 2 > names.size();
    }
}
