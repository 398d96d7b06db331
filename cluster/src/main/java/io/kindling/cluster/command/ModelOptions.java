package io.kindling.cluster.command;

import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.spark.saved.StageClasses;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Which saved network is used. */
final class ModelOptions {

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "What train saved.")
    private String model;

    @Option(
            names = "--allow-stage",
            paramLabel = "CLASS",
            description = "A further class that a stage of the model may be of, if you trust it; may be repeated.")
    private List<String> allowed = List.of();

    /** Where it is. */
    String directory() {
        return model;
    }

    /** Reads it. */
    TrainedPipeline load(SparkSession spark) {
        StageClasses classes = StageClasses.standard();
        for (String name : allowed) {
            classes = classes.plus(name);
        }
        return TrainedPipeline.load(spark, model, classes);
    }
}
