package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import io.kindling.spark.files.FileName;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.mllib.Reasons;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.SparkSession;

/** Makes the stages of a pipeline whose files have been checked. */
final class StageLoader {
    private final SparkSession spark;

    StageLoader(SparkSession spark) {
        this.spark = spark;
    }

    /** A pipeline with its stages. */
    PipelineModel load(SavedStage pipeline, Path root) throws IOException {
        for (SavedStage stage : pipeline.stages()) {
            if (!stage.isPipeline()) {
                stage.metadata().requireParamsOf(classOf(stage));
            }
        }
        List<Transformer> stages = new ArrayList<>();
        for (SavedStage stage : pipeline.stages()) {
            stages.add(stage.isPipeline() ? load(stage, root) : stage(stage, root));
        }
        return SparkMl.pipeline(pipeline.metadata().uid(), stages);
    }

    private Transformer stage(SavedStage stage, Path root) {
        try {
            Class<?> type = classOf(stage);
            MLReader<?> reader = (MLReader<?>) type.getMethod("read").invoke(null);
            Transformer loaded;
            if (SparkMl.isParamsOnly(reader)) {
                loaded = (Transformer) type.getConstructor(String.class)
                        .newInstance(stage.metadata().uid());
                SparkMl.setParams(loaded, stage.metadata());
            } else {
                requireData(stage, type);
                loaded = (Transformer) reader.session(spark).load(new Path(root, stage.directory()).toString());
            }
            LoadedValues.require(loaded);
            return loaded;
        } catch (InvocationTargetException failed) {
            throw damaged(stage, failed.getCause());
        } catch (Exception failed) {
            // Spark throws checked exceptions that it does not declare.
            throw damaged(stage, failed);
        }
    }

    private static void requireData(SavedStage stage, Class<?> type) throws IOException {
        if (type.getName().startsWith("org.apache.spark.") && Model.class.isAssignableFrom(type) && !stage.hasData()) {
            throw stage.files().missing(SavedStage.DATA);
        }
    }

    private static DamagedModelException damaged(SavedStage stage, Throwable failure) {
        return DamagedModelException.of(
                stage.directory(),
                FileName.quoted(stage.directory()) + " (" + stage.metadata().shortClassName() + "): "
                        + Reasons.of(failure),
                failure);
    }

    private static Class<?> classOf(SavedStage stage) throws IOException {
        String name = stage.metadata().className();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try {
            Class<?> type = Class.forName(name, false, context == null ? StageLoader.class.getClassLoader() : context);
            if (!Transformer.class.isAssignableFrom(type)) {
                throw new DamagedFileException(FileName.quoted(stage.directory()) + " is a " + Excerpt.of(name)
                        + ", which is no Transformer.");
            }
            return type;
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new DamagedFileException(
                    FileName.quoted(stage.directory()) + " is a " + Excerpt.of(name)
                            + ", which is not on the class path.",
                    missing);
        }
    }
}
