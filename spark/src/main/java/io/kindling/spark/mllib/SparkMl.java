package io.kindling.spark.mllib;

import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** MLlib's own way of saving a stage and its params, which is private in Scala: the one place that calls it. */
public final class SparkMl {

    private SparkMl() {}

    /** Writes a stage that is nothing but its params. */
    public static MLWriter writer(Params stage) {
        return new DefaultParamsWriter(stage);
    }

    /** Reads a stage that is nothing but its params; its class needs a constructor that takes the uid. */
    public static <T> MLReader<T> reader() {
        return new DefaultParamsReader<>();
    }

    /** Writes the {@code metadata} directory of a stage: class, uid, params. */
    static void writeMetadata(Params stage, String path, SparkSession session) {
        DefaultParamsWriter.saveMetadata(stage, path, session.sparkContext(), Option.empty(), Option.empty());
    }

    /** Reads the {@code metadata} directory of a stage. */
    static DefaultParamsReader.Metadata readMetadata(String path, SparkSession session, Class<?> stage) {
        return DefaultParamsReader.loadMetadata(path, session.sparkContext(), stage.getName());
    }
}
