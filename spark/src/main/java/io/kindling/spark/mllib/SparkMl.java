package io.kindling.spark.mllib;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
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

    /**
     * Reads a stage that is nothing but its params.
     *
     * @param constructor makes the stage from its uid
     */
    public static <T extends Params> MLReader<T> reader(Class<T> type, Function<String, T> constructor) {
        return new StageReader<>(type, constructor);
    }

    /** A pipeline of stages that were read one by one. */
    public static PipelineModel pipeline(String uid, List<Transformer> stages) {
        return new PipelineModel(uid, stages);
    }

    /** Whether MLlib reads a stage as nothing but its params, so that {@link #setParams} does the same. */
    public static boolean isParamsOnly(MLReader<?> reader) {
        return reader instanceof DefaultParamsReader;
    }

    /** Writes the {@code metadata} directory of a stage: class, uid, params. */
    static void writeMetadata(Params stage, String path, SparkSession session) {
        DefaultParamsWriter.saveMetadata(stage, path, session.sparkContext(), Option.empty(), Option.empty());
    }

    /** Sets the params of a stage as its metadata says. */
    public static void setParams(Params stage, StageMetadata metadata) {
        DefaultParamsReader.parseMetadata(metadata.text(), metadata.className()).getAndSetParams(stage, Option.empty());
    }
}
