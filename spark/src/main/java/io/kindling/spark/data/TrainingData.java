package io.kindling.spark.data;

import io.kindling.data.ColumnMoments;
import io.kindling.data.ExampleBlock;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The rows of a data set as blocks, checked, cached, and dealt out to workers; {@link #close()} gives the memory back.
 *
 * <p>Rows are read and converted once. Which worker gets a row, and where among its rows it lies, depends on the
 * order of the rows in the data set alone, not on which task ran first; where Spark leaves that order open, on their values.
 */
public final class TrainingData implements AutoCloseable {
    /** A window of dense rows takes up to 64 MB. */
    private static final int VALUES_PER_WINDOW = 1 << 24;

    /**
     * What is cached: the rows that were read, until they are dealt out, then those. Data sets that are views of one another
     * share it.
     */
    private final List<JavaRDD<?>> cached;

    private final JavaRDD<ConvertedPart> converted;
    private final long[] firstRows;
    private final long rows;
    private final List<Shape> features;
    private final int labels;
    private final double smallestLabel;
    private final double largestLabel;
    /** Null until asked for; kept, as Spark reads the byte code of its lambdas each time it is made. */
    private JavaRDD<ExampleBlock> blocks;

    private Optional<Moments> moments = Optional.empty();

    /** Of rows that were read. */
    private TrainingData(JavaRDD<ConvertedPart> converted, List<PartitionReport> reports) {
        this.cached = new ArrayList<>(List.of(converted));
        this.converted = converted;
        this.firstRows = new long[reports.size()];
        long count = 0;
        for (int i = 0; i < firstRows.length; i++) {
            firstRows[i] = count;
            count += reports.get(i).rows();
        }
        this.rows = count;
        this.features = reports.stream()
                .filter(report -> report.rows() > 0)
                .findFirst()
                .map(report -> Arrays.stream(report.features()).map(Shape::of).toList())
                .orElseThrow();
        this.labels = reports.stream().mapToInt(PartitionReport::labels).max().orElse(0);
        this.smallestLabel = reports.stream()
                .mapToDouble(PartitionReport::smallestLabel)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        this.largestLabel = reports.stream()
                .mapToDouble(PartitionReport::largestLabel)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Of some of the rows of another one. */
    private TrainingData(
            TrainingData whole, List<JavaRDD<?>> cached, JavaRDD<ConvertedPart> converted, OneOfEvery picked) {
        this.cached = cached;
        this.converted = converted;
        this.firstRows = Arrays.stream(whole.firstRows).map(picked::before).toArray();
        this.rows = picked.before(whole.rows);
        this.features = whole.features;
        this.labels = whole.labels;
        this.smallestLabel = whole.smallestLabel;
        this.largestLabel = whole.largestLabel;
    }

    /** Of the rows of another one with other labels. */
    private TrainingData(TrainingData whole, JavaRDD<ConvertedPart> converted) {
        this.cached = whole.cached;
        this.converted = converted;
        this.firstRows = whole.firstRows;
        this.rows = whole.rows;
        this.features = whole.features;
        this.labels = whole.labels;
        this.smallestLabel = whole.smallestLabel;
        this.largestLabel = whole.largestLabel;
    }

    /**
     * Reads, checks and caches the rows, all classes counting alike.
     *
     * @throws BadDataException as {@link #read(Dataset, RowColumns, LabelRule, ClassWeights)} does
     */
    public static TrainingData read(Dataset<?> dataset, RowColumns columns, LabelRule labelRule) {
        return read(dataset, columns, labelRule, ClassWeights.NONE);
    }

    /**
     * Reads, checks and caches the rows.
     *
     * @throws BadDataException if there are none, or one cannot be used: which column, and why
     */
    public static TrainingData read(
            Dataset<?> dataset, RowColumns columns, LabelRule labelRule, ClassWeights classWeights) {
        columns.requireIn(dataset.schema(), labelRule);
        JavaRDD<ConvertedPart> converted = RowOrder.settled(columns.select(dataset, labelRule))
                .javaRDD()
                .mapPartitionsWithIndex(
                        (partition, rows) -> new RowConverter(partition, rows, columns, labelRule, classWeights), true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            List<PartitionReport> reports =
                    converted.flatMap(part -> part.report().stream().iterator()).collect().stream()
                            .sorted(Comparator.comparingInt(PartitionReport::partition))
                            .toList();
            requireGood(reports, columns);
            return new TrainingData(converted, reports);
        } catch (RuntimeException failed) {
            converted.unpersist(false);
            throw failed;
        }
    }

    private static void requireGood(List<PartitionReport> reports, RowColumns columns) {
        reports.stream()
                .flatMap(report -> report.problem().stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw new BadDataException(problem);
                });
        if (reports.stream().allMatch(report -> report.rows() == 0)) {
            throw new BadDataException("Training needs at least one row. The data set has none.");
        }
        for (int i = 0; i < columns.features().size(); i++) {
            int input = i;
            String column = columns.features().get(i);
            if (Shapes.size(oneShape(reports, column, "features", report -> report.features()[input])) == 0) {
                throw new BadDataException("The column '" + column + "' needs at least one feature. It has none.");
            }
        }
        oneShape(reports, columns.label(), "labels", report -> new int[] {report.labels()});
    }

    /** The shape that every row has in a column. */
    private static int[] oneShape(
            List<PartitionReport> reports, String column, String what, Function<PartitionReport, int[]> shape) {
        List<int[]> shapes = reports.stream()
                .filter(report -> report.rows() > 0)
                .map(shape)
                .sorted(Arrays::compare)
                .toList();
        int[] first = shapes.get(0);
        int[] last = shapes.get(shapes.size() - 1);
        if (!Arrays.equals(first, last)) {
            throw new BadDataException("The column '" + column + "' needs the same number of " + what
                    + " in every row. Received rows with " + Shapes.text(first) + " and " + Shapes.text(last) + ".");
        }
        return first;
    }

    /** The number of rows. */
    public long rows() {
        return rows;
    }

    /** The shape of a row in each column of features: (features), or (steps, features) where it has nested arrays. */
    public List<Shape> features() {
        return features;
    }

    private int featuresPerRow() {
        return features.stream().mapToInt(Shape::size).sum();
    }

    /** Labels per row. */
    public int labels() {
        return labels;
    }

    /** The smallest label of any row. */
    public double smallestLabel() {
        return smallestLabel;
    }

    /** The largest label of any row. */
    public double largestLabel() {
        return largestLabel;
    }

    /**
     * Rows to train on, and rows kept back.
     *
     * @param training all but those that are kept back; no longer to be read once the whole was closed or dealt out
     * @param keptBack one of every so many
     */
    public record Split(TrainingData training, TrainingData keptBack) {}

    /**
     * Keeps back one row of any {@code every} in turn, at random. There must be so many rows.
     *
     * @param seed on which it depends which
     */
    public Split split(int every, long seed) {
        OneOfEvery pick = OneOfEvery.of(every, seed);
        JavaRDD<ConvertedPart> kept = picked(pick).persist(StorageLevel.MEMORY_AND_DISK());
        // Now, as once the others are dealt out, what they were read into is gone, and all would be read again.
        kept.count();
        return new Split(
                new TrainingData(this, cached, picked(pick.others()), pick.others()),
                new TrainingData(this, new ArrayList<>(List.of(kept)), kept, pick));
    }

    private JavaRDD<ConvertedPart> picked(OneOfEvery pick) {
        return converted.mapPartitionsWithIndex(new PickedRows(pick, firstRows), true);
    }

    /** The sums of all features and of all labels; one job, the first time. */
    public Moments moments() {
        if (moments.isEmpty()) {
            moments = Optional.of(summedUp());
        }
        return moments.get();
    }

    private Moments summedUp() {
        int width = featuresPerRow();
        int labelColumns = labels;
        List<Tuple2<ColumnMoments, ColumnMoments>> parts = blocks().mapPartitions(rowsOfPart -> {
                    ColumnMoments ofFeatures = new ColumnMoments(width);
                    ColumnMoments ofLabels = new ColumnMoments(labelColumns);
                    rowsOfPart.forEachRemaining(block -> block.addTo(ofFeatures, ofLabels));
                    return List.of(new Tuple2<>(ofFeatures, ofLabels)).iterator();
                })
                .collect();
        ColumnMoments ofFeatures = new ColumnMoments(width);
        ColumnMoments ofLabels = new ColumnMoments(labelColumns);
        parts.forEach(part -> {
            ofFeatures.plus(part._1());
            ofLabels.plus(part._2());
        });
        return new Moments(ofFeatures, ofLabels);
    }

    /**
     * Mean and variance of each column.
     *
     * @param features of all columns of features, one after the other
     * @param labels of the labels
     */
    public record Moments(ColumnMoments features, ColumnMoments labels) {}

    /**
     * The features of some rows, spread evenly over all, an array for each.
     *
     * @param most about how many; all, if there are fewer
     */
    public float[][] sample(int most, long seed) {
        int every = (int) Math.max(1, rows / most);
        int width = featuresPerRow();
        List<float[]> sample = picked(OneOfEvery.of(every, seed))
                .flatMap(part -> part.block().stream().iterator())
                .flatMap(block -> IntStream.range(0, block.rows())
                        .mapToObj(row -> {
                            float[] values = new float[width];
                            block.copyFeatures(row, 0, width, values, 0);
                            return values;
                        })
                        .iterator())
                .collect();
        return sample.toArray(float[][]::new);
    }

    /** The same rows, whose labels are less a mean and divided by a deviation, column by column. */
    public TrainingData standardizedLabels(double[] means, double[] deviations) {
        return new TrainingData(
                this,
                converted.map(part -> part.block()
                        .map(block -> ConvertedPart.of(block.standardizedLabels(means, deviations)))
                        .orElse(part)));
    }

    /**
     * The rows as each worker gets them, in the same order in every run; cached, on disk where memory is short.
     *
     * @param workers at least 1
     */
    public DealtRows dealTo(int workers) {
        return dealTo(workers, Math.max(1, VALUES_PER_WINDOW / featuresPerRow()));
    }

    /**
     * As {@link #dealTo(int)}, in windows of a given length.
     *
     * @param windowRows how many rows a worker has in memory at a time; at least 1
     */
    public DealtRows dealTo(int workers, int windowRows) {
        Deal deal = new Deal(rows, workers, windowRows);
        JavaPairRDD<BlockKey, ExampleBlock> pieces =
                JavaPairRDD.fromJavaRDD(converted.mapPartitionsWithIndex(new RowDealer(deal, firstRows), true));
        JavaRDD<ExampleBlock> dealt =
                BlockShuffle.run(pieces, new WindowPartitioner(deal)).persist(StorageLevel.MEMORY_AND_DISK());
        cached.add(dealt);
        dealt.count();
        cached.get(0).unpersist(false);
        return new DealtRows(dealt, deal, labels);
    }

    /** The rows as they were read, not dealt out. */
    public JavaRDD<ExampleBlock> blocks() {
        if (blocks == null) {
            blocks = converted.flatMap(part -> part.block().stream().iterator());
        }
        return blocks;
    }

    /** A text that tells these rows, as they were read, from others. */
    public String fingerprint() {
        return Fingerprint.text(rows, blocks());
    }

    @Override
    public void close() {
        // Waits, as what is still asked of an executor when Spark stops would end in a stack printed by Scala.
        cached.forEach(rdd -> rdd.unpersist(true));
    }
}
