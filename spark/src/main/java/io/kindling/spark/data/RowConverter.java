package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;

/** Converts the rows of one partition as they are asked for; a bad row ends it with a report that says why. */
final class RowConverter implements Iterator<ConvertedPart> {
    private final int partition;
    private final Iterator<Row> rows;
    private final RowColumns columns;
    private final LabelRule labelRule;
    private final FeatureReader reader;
    private final Queue<ConvertedPart> ready = new ArrayDeque<>();
    private BlockBuilder builder;
    private long count;
    private int features;
    private double largestLabel = -1;
    private boolean finished;

    RowConverter(int partition, Iterator<Row> rows, RowColumns columns, LabelRule labelRule) {
        this.partition = partition;
        this.rows = rows;
        this.columns = columns;
        this.labelRule = labelRule;
        this.reader = new FeatureReader(columns.features());
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !finished) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public ConvertedPart next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void advance() {
        String problem = null;
        try {
            if (rows.hasNext()) {
                convert(rows.next());
                return;
            }
        } catch (BadDataException bad) {
            problem = bad.getMessage();
        }
        finished = true;
        if (problem == null && builder != null) {
            offer(builder.lastDense());
            offer(builder.lastSparse());
        }
        ready.add(ConvertedPart.of(new PartitionReport(partition, count, features, largestLabel, problem)));
    }

    private void convert(Row row) {
        Object value = reader.valueOf(row, RowColumns.FEATURES);
        if (builder == null) {
            features = reader.sizeOf(value);
            builder = new BlockBuilder(features, columns.weight() != null, reader);
        }
        reader.requireSize(value, features);
        double label = number(row, RowColumns.LABEL, columns.label(), "label");
        labelRule.require(columns.label(), label);
        double weight = columns.weight() == null ? 1 : weight(row);
        largestLabel = Math.max(largestLabel, label);
        count++;
        offer(builder.add(value, label, weight));
    }

    private double weight(Row row) {
        double weight = number(row, RowColumns.WEIGHT, columns.weight(), "weight");
        if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
            throw new BadDataException("The column '" + columns.weight()
                    + "' of weights must hold numbers of at least 0. Received: " + weight + ".");
        }
        return weight;
    }

    private static double number(Row row, int position, String column, String what) {
        if (row.isNullAt(position)) {
            throw new BadDataException("The column '" + column + "' has a row without a " + what + " (null).");
        }
        return row.getDouble(position);
    }

    private void offer(ExampleBlock block) {
        if (block != null) {
            ready.add(ConvertedPart.of(block));
        }
    }
}
