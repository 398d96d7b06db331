package io.kindling.cluster.command;

import io.kindling.cluster.plan.MemoryPlan;
import io.kindling.cluster.plan.MemoryReport;
import io.kindling.cluster.plan.Workload;
import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Optimizer;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindling plan}: says how much memory a training needs on a cluster. */
@Command(
        name = "plan",
        description = "Says how much memory executors and driver need to train a network, and the settings for it.",
        sortOptions = false,
        abbreviateSynopsis = true)
final class PlanCommand implements Runnable {

    @Mixin
    private NetworkOptions network;

    @Option(names = "--rows", required = true, paramLabel = "N", description = "The rows to train on.")
    private long rows;

    @Option(
            names = "--features",
            paramLabel = "N",
            description = "The features of a row; not needed where the --network states its input.")
    private Integer features;

    @Option(
            names = "--classes",
            paramLabel = "N",
            defaultValue = "10",
            description = "The classes to tell apart, where no --network is given; 10 by default.")
    private int classes;

    @Option(
            names = "--workers",
            required = true,
            paramLabel = "N",
            description = "Parts of the data trained on at once.")
    private int workers;

    @Option(
            names = "--cores",
            paramLabel = "N",
            defaultValue = "1",
            description = "Workers that an executor runs at the same time; 1 by default.")
    private int cores;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "32",
            description = "Rows per step and worker; 32 by default.")
    private int batchSize;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            defaultValue = "adam",
            description = "The optimizer, for its memory; adam by default.")
    private String optimizer;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    private final Console console;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Numbers.atLeastOne("--features", features);
        Numbers.atLeastOne("--classes", classes);
        Workload load = new Workload(rows, 1, workers, batchSize, cores);
        NetworkPlan plan = plan();
        console.out().print(MemoryReport.of(MemoryPlan.of(plan, Optimizer.of(optimizer), load), load));
    }

    private NetworkPlan plan() {
        NeuralNetworkClassifier classifier = new NeuralNetworkClassifier();
        network.applyTo(classifier);
        Network asked = classifier.isDefined(classifier.network()) ? classifier.getNetwork() : dense(classifier);
        if (asked.statesInput()) {
            return asked.plan();
        }
        if (features == null) {
            throw new KindlingException("--features is needed: how many each row has.");
        }
        return asked.withInput(Shape.of(features)).plan();
    }

    private Sequential dense(NeuralNetworkClassifier classifier) {
        List<Layer> layers = new ArrayList<>();
        for (int units : classifier.getHiddenLayers()) {
            layers.add(Dense.of(units).activation(classifier.getHiddenActivation()));
        }
        layers.add(Dense.of(Math.max(2, classes)).activation("softmax"));
        return new Sequential(layers);
    }
}
