package io.kindling.spark.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads one range of images, and their labels, on an executor. */
final class IdxRangeReader implements FlatMapFunction<IdxRange, Row> {
    private static final long serialVersionUID = 1;

    private static final double LARGEST = 255;

    private final IdxFile images;
    private final IdxFile labels;
    private final Broadcast<SerializableConfiguration> configuration;

    /**
     * A reader.
     *
     * @param labels null if there are none
     */
    IdxRangeReader(IdxFile images, IdxFile labels, Broadcast<SerializableConfiguration> configuration) {
        this.images = images;
        this.labels = labels;
        this.configuration = configuration;
    }

    @Override
    public Iterator<Row> call(IdxRange range) {
        return new Rows(range);
    }

    private final class Rows implements Iterator<Row> {
        private final long end;
        private long next;
        private final IdxFile.Rows imageRows;
        private final IdxFile.Rows labelRows;
        private final byte[] image = new byte[images.rowSize()];
        private final byte[] label = new byte[1];

        Rows(IdxRange range) {
            Configuration files = configuration.value().value();
            next = range.from();
            end = range.to();
            imageRows = closedAfterTask(images.from(next, files));
            labelRows = labels == null ? null : closedAfterTask(labels.from(next, files));
        }

        private static IdxFile.Rows closedAfterTask(IdxFile.Rows rows) {
            TaskCompletionListener close = task -> {
                try {
                    rows.close();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            };
            TaskContext.get().addTaskCompletionListener(close);
            return rows;
        }

        @Override
        public boolean hasNext() {
            return next < end;
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = read();
            next++;
            if (next == images.rows()) {
                imageRows.requireEnd();
                if (labelRows != null) {
                    labelRows.requireEnd();
                }
            }
            return row;
        }

        private Row read() {
            imageRows.read(image);
            double[] features = new double[image.length];
            for (int i = 0; i < features.length; i++) {
                features[i] = (image[i] & 0xff) / LARGEST;
            }
            if (labelRows == null) {
                return RowFactory.create(Vectors.dense(features));
            }
            labelRows.read(label);
            return RowFactory.create(Vectors.dense(features), (double) (label[0] & 0xff));
        }
    }
}
