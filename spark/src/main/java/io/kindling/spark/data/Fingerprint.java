package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** A number that depends on every value of some rows and on their order. */
final class Fingerprint {
    /** Knuth's multiplier for 64-bit linear congruential generators. */
    private static final long MULTIPLIER = 6364136223846793005L;

    private Fingerprint() {}

    static String text(long rows, JavaRDD<ExampleBlock> blocks) {
        long sum = blocks
                .mapPartitionsWithIndex(
                        (partition, own) -> List.of(of(partition, own)).iterator(), true)
                .collect()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return rows + " rows, " + Long.toHexString(sum);
    }

    private static long of(int partition, Iterator<ExampleBlock> blocks) {
        long hash = partition + 1;
        float[] features = {};
        float[] labels = {};
        while (blocks.hasNext()) {
            ExampleBlock block = blocks.next();
            if (features.length != block.features() || labels.length != block.labels()) {
                features = new float[block.features()];
                labels = new float[block.labels()];
            }
            for (int row = 0; row < block.rows(); row++) {
                block.copyFeatures(row, 0, features.length, features, 0);
                block.copyLabels(row, labels, 0);
                hash = add(add(hash, features), labels) * MULTIPLIER + Float.floatToIntBits(block.weight(row));
            }
        }
        return hash;
    }

    private static long add(long hash, float[] values) {
        long sum = hash;
        for (float value : values) {
            sum = sum * MULTIPLIER + Float.floatToIntBits(value);
        }
        return sum;
    }
}
