package io.kindling.spark.inference;

import io.kindling.data.FeatureRows;
import io.kindling.engine.BoundNetwork;
import io.kindling.engine.MiniBatchRows;
import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.KindlingException;
import io.kindling.linalg.NativeRuntime;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.FeatureReader;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.transport.SentNetwork;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;

/** Adds a network's outputs to rows, a batch of rows at a time. */
public final class BatchPredictor implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1;

    private final Broadcast<SentNetwork> network;
    private final List<String> features;
    /** Where each of them is in a row. */
    private final int[] positions;

    private final OutputColumns columns;

    private BatchPredictor(
            Broadcast<SentNetwork> network, List<String> features, int[] positions, OutputColumns columns) {
        this.network = network;
        this.features = List.copyOf(features);
        this.positions = positions.clone();
        this.columns = columns;
    }

    /**
     * The data set with the columns added; computed when it is asked for.
     *
     * @param features the column of each input of the network
     */
    public static Dataset<Row> predict(
            Dataset<?> dataset, TrainedNetwork trained, List<String> features, OutputColumns columns) {
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
        StructType schema = dataset.schema();
        BatchPredictor predictor = new BatchPredictor(
                context.broadcast(new SentNetwork(trained)),
                features,
                features.stream().mapToInt(schema::fieldIndex).toArray(),
                columns);
        StructType extended = extended(schema, columns);
        return described(dataset.toDF().mapPartitions(predictor, Encoders.row(extended)), extended);
    }

    /** The rows with what a schema says of their columns, which is lost where rows are made one by one. */
    private static Dataset<Row> described(Dataset<Row> rows, StructType schema) {
        boolean says = Arrays.stream(schema.fields())
                .anyMatch(field -> !field.metadata().equals(Metadata.empty()));
        return says
                ? rows.select(Arrays.stream(schema.fields())
                        .map(field -> RowColumns.exactly(field.name()).as(field.name(), field.metadata()))
                        .toArray(Column[]::new))
                : rows;
    }

    /**
     * A schema with the columns added.
     *
     * @throws KindlingException if it has one of them already
     */
    public static StructType extended(StructType schema, OutputColumns columns) {
        StructType extended = schema;
        for (StructField field : columns.fields()) {
            extended = RowColumns.extended(extended, field);
        }
        return extended;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return rows.hasNext() ? new Predictions(rows) : rows;
    }

    /** The rows of one partition with their outputs. */
    private final class Predictions implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final List<FeatureReader> readers =
                features.stream().map(FeatureReader::new).toList();
        private final BoundNetwork running;
        private final List<Integer> sizes;
        private final int outputs;
        /** How many columns a row gets. */
        private final int added = columns.fields().size();

        /** One for each input. */
        private final List<FeatureRows> x;

        private final Row[] batch;
        private final Queue<Row> ready;

        Predictions(Iterator<Row> rows) {
            NativeRuntime.useThreads(TaskContext.get().cpus());
            this.rows = rows;
            TrainedNetwork trained = network.value().trained();
            NetworkPlan plan = trained.network().plan();
            int most = MiniBatchRows.ofPrediction(plan);
            this.running = BoundNetwork.forInference(plan, most);
            TaskCompletionListener release = context -> running.close();
            TaskContext.get().addTaskCompletionListener(release);
            running.load(trained.weights());
            this.sizes = plan.inputSizes();
            this.outputs = plan.output().size();
            this.x = sizes.stream().map(size -> new FeatureRows(most, size)).toList();
            this.batch = new Row[most];
            this.ready = new ArrayDeque<>(most);
        }

        @Override
        public boolean hasNext() {
            if (ready.isEmpty() && rows.hasNext()) {
                predictBatch();
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void predictBatch() {
            int count = 0;
            x.forEach(FeatureRows::clear);
            while (count < batch.length && rows.hasNext()) {
                Row row = rows.next();
                for (int i = 0; i < positions.length; i++) {
                    readers.get(i).read(row, positions[i], x.get(i), sizes.get(i));
                }
                batch[count++] = row;
            }
            float[] y = running.predict(x);
            requireNumbers(y, count * outputs);
            for (int i = 0; i < count; i++) {
                Row row = batch[i];
                Object[] values = new Object[row.size() + added];
                for (int j = 0; j < row.size(); j++) {
                    values[j] = row.get(j);
                }
                columns.write(y, running.logits(), i * outputs, values, row.size());
                ready.add(RowFactory.create(values));
            }
        }

        /** Finite weights and features can still be too large together. */
        private void requireNumbers(float[] y, int count) {
            for (int i = 0; i < count; i++) {
                if (Float.isNaN(y[i])) {
                    throw new BadDataException("The network gives NaN for a row: its weights, or the features in "
                            + (features.size() == 1 ? "the column '" : "one of the columns '")
                            + String.join("', '", features) + "', are too large.");
                }
            }
        }
    }
}
