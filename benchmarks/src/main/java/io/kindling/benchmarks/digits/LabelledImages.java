package io.kindling.benchmarks.digits;

import io.kindling.errors.KindlingException;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Images with a class each, in arrays: what training steps are timed on instead of random numbers. */
public final class LabelledImages {
    private final int pixels;
    private final float[] features;
    private final float[] labels;

    private LabelledImages(int pixels, float[] features, float[] labels) {
        this.pixels = pixels;
        this.features = features;
        this.labels = labels;
    }

    /**
     * Takes the first rows of a data set.
     *
     * @param rows with {@code features}, vectors, and {@code label}
     * @throws KindlingException if there are none
     */
    public static LabelledImages first(Dataset<Row> rows, int count) {
        List<Row> taken = rows.limit(count).collectAsList();
        if (taken.isEmpty()) {
            throw new KindlingException("There must be at least one image. Received: none.");
        }
        int pixels = taken.get(0).<Vector>getAs("features").size();
        float[] features = new float[taken.size() * pixels];
        float[] labels = new float[taken.size()];
        for (int row = 0; row < labels.length; row++) {
            Vector image = taken.get(row).getAs("features");
            for (int i = 0; i < pixels; i++) {
                features[row * pixels + i] = (float) image.apply(i);
            }
            labels[row] = taken.get(row).<Double>getAs("label").floatValue();
        }
        return new LabelledImages(pixels, features, labels);
    }

    /** Numbers of an image. */
    public int pixels() {
        return pixels;
    }

    /** How many classes there must be at least. */
    public int classes() {
        float last = 0;
        for (float label : labels) {
            last = Math.max(last, label);
        }
        return (int) last + 1;
    }

    /** The pixels of some images, row-major; after the last comes the first again. */
    public float[] features(int from, int count) {
        float[] batch = new float[count * pixels];
        for (int row = 0; row < count; row++) {
            System.arraycopy(features, (from + row) % labels.length * pixels, batch, row * pixels, pixels);
        }
        return batch;
    }

    /** The classes of the same. */
    public float[] labels(int from, int count) {
        float[] batch = new float[count];
        for (int row = 0; row < count; row++) {
            batch[row] = labels[(from + row) % labels.length];
        }
        return batch;
    }
}
