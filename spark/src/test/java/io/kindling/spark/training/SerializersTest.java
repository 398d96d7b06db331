package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** What tasks bring comes through every serializer that Spark can be set to. */
class SerializersTest {

    static Stream<Named<Serializer>> serializers() {
        SparkConf conf = new SparkConf(false);
        return Stream.of(Named.of("Java's", new JavaSerializer(conf)), Named.of("Kryo's", new KryoSerializer(conf)));
    }

    private static <T> T sent(T value, Class<T> type, Serializer serializer) {
        ClassTag<T> tag = ClassTag$.MODULE$.apply(type);
        return serializer.newInstance().deserialize(serializer.newInstance().serialize(value, tag), tag);
    }

    private static Reduction.Part part(int worker) {
        return new Reduction.Part(new Share(worker, 3, 0.5, 7), new byte[][] {
            FloatBytes.of(new float[] {worker, 2}, 0, 2)
        });
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void partsOfAState(Serializer serializer) {
        Reduction.Part arrived = sent(part(4), Reduction.Part.class, serializer);
        assertThat(arrived.slice(0)).isEqualTo(part(4).slice(0));
        assertThat(arrived.share()).usingRecursiveComparison().isEqualTo(part(4).share());
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void meansOfSlices(Serializer serializer) {
        TreeMap<Integer, List<Reduction.Part>> slices = new TreeMap<>();
        slices.put(1, List.of(part(1), part(0)));
        Reduction.SliceMeans arrived = sent(Reduction.SliceMeans.of(slices), Reduction.SliceMeans.class, serializer);
        byte[][] means = new byte[2][];
        arrived.copyTo(means);
        assertThat(means[0]).isNull();
        assertThat(means[1]).isEqualTo(FloatBytes.of(new float[] {0.5f, 2}, 0, 2));
        assertThat(arrived.shares()).extracting(Share::worker).containsExactly(0, 1);
    }
}
