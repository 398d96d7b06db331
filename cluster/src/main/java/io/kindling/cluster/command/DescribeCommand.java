package io.kindling.cluster.command;

import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Console;
import io.kindling.spark.tables.TableEncoderModel;
import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindling describe}: shows what is in a model directory. */
@Command(
        name = "describe",
        description = "Shows the stages and the network of a saved model.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class DescribeCommand extends SparkCommand {
    private static final int MOST_SHOWN = 10;

    @Mixin
    private ModelOptions model;

    DescribeCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {}

    @Override
    protected void run(SparkSession spark) {
        TrainedPipeline trained = model.load(spark);
        console().out().println("Stages:");
        for (Transformer stage : trained.stages()) {
            console().out().println("  " + stage.getClass().getSimpleName());
        }
        console().out().println("Features: " + listed(trained.features()));
        for (Transformer stage : trained.stages()) {
            if (stage instanceof TableEncoderModel encoder) {
                console().out().print(encoder.describe());
            }
        }
        trained.labels().ifPresent(labels -> console().out().println("Labels: " + listed(labels)));
        console().out().print(trained.network().summary());
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_SHOWN)));
        return names.size() <= MOST_SHOWN ? first : first + ", … (" + names.size() + " in all)";
    }
}
