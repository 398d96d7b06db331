package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.sql.Row;

/** Converts the rows of one partition as they are asked for; a bad row ends it with a report that says why. */
final class RowConverter implements Iterator<ConvertedPart> {
    private final int partition;
    private final Iterator<Row> rows;
    private final RowColumns columns;
    private final RowFeatures features;
    private final LabelReader labelReader;
    private final ClassWeights classWeights;
    private final Queue<ConvertedPart> ready = new ArrayDeque<>();
    private BlockBuilder builder;
    private long count;
    private int labels;
    private boolean finished;

    RowConverter(
            int partition, Iterator<Row> rows, RowColumns columns, LabelRule labelRule, ClassWeights classWeights) {
        this.partition = partition;
        this.rows = rows;
        this.columns = columns;
        this.features = new RowFeatures(columns.features());
        this.labelReader = new LabelReader(columns.label(), columns.labelAt(), labelRule);
        this.classWeights = classWeights;
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
        Optional<String> problem = Optional.empty();
        try {
            if (rows.hasNext()) {
                convert(rows.next());
                return;
            }
        } catch (BadDataException bad) {
            problem = Optional.of(bad.getMessage());
        }
        finished = true;
        if (problem.isEmpty() && builder != null) {
            offer(builder.last());
        }
        ready.add(ConvertedPart.of(new PartitionReport(
                partition, count, features.shapes(), labels, labelReader.smallest(), labelReader.largest(), problem)));
    }

    private void convert(Row row) {
        features.take(row);
        float[] rowLabels = labelReader.read(row);
        if (builder == null) {
            features.keepShapes();
            labels = rowLabels.length;
            builder = new BlockBuilder(features, labels, columns.isWeighted() || classWeights.areSet());
        }
        features.requireShapes();
        double weight = columns.isWeighted() ? weight(row) : 1;
        count++;
        offer(builder.add(rowLabels, weight * classWeights.weight(rowLabels[0])));
    }

    private double weight(Row row) {
        if (row.isNullAt(columns.weightAt())) {
            throw new BadDataException("The column '" + columns.weight() + "' has a row without a weight (null).");
        }
        double weight = row.getDouble(columns.weightAt());
        if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
            throw new BadDataException("The column '" + columns.weight()
                    + "' of weights must hold numbers of at least 0. Received: " + weight + ".");
        }
        return weight;
    }

    private void offer(Optional<ExampleBlock> block) {
        block.map(ConvertedPart::of).ifPresent(ready::add);
    }
}
