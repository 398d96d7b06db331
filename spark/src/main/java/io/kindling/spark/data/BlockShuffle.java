package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.Comparator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import scala.math.Ordering$;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** Brings each block to the partition of its window, in order, without holding those that are written already. */
final class BlockShuffle {
    /** The streams of Java's serializer keep so many objects before they forget them: 100 in each by default. */
    private static final String OBJECTS_HELD = "spark.serializer.objectStreamReset";

    private static final ClassTag<BlockKey> KEY = ClassTag$.MODULE$.apply(BlockKey.class);
    private static final ClassTag<ExampleBlock> BLOCK = ClassTag$.MODULE$.apply(ExampleBlock.class);

    private BlockShuffle() {}

    static JavaRDD<ExampleBlock> run(JavaPairRDD<BlockKey, ExampleBlock> dealt, WindowPartitioner windows) {
        SparkConf conf = dealt.context().getConf().set(OBJECTS_HELD, "1");
        ShuffledRDD<BlockKey, ExampleBlock, ExampleBlock> sorted = new ShuffledRDD<
                        BlockKey, ExampleBlock, ExampleBlock>(dealt.rdd(), windows, KEY, BLOCK, BLOCK)
                .setKeyOrdering(Ordering$.MODULE$.comparatorToOrdering(Comparator.<BlockKey>naturalOrder()))
                .setSerializer(new JavaSerializer(conf));
        return JavaPairRDD.fromRDD(sorted, KEY, BLOCK).values();
    }
}
