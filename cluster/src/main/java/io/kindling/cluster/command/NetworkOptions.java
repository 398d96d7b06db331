package io.kindling.cluster.command;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.cluster.report.Failure;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.models.Sequential;
import io.kindling.spark.NetworkEstimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say which network is trained. */
final class NetworkOptions {

    @Option(
            names = "--network",
            paramLabel = "FILE.json",
            description = "A network, as Network.toJson or Keras' to_json writes it.")
    private Path network;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description =
                    "The units of each hidden layer, where no --network is given; by default the network follows from the columns, the rows and the task.")
    private List<Integer> hidden;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "The activation of the hidden layers; relu by default.")
    private String activation;

    /** Sets what was asked for. */
    void applyTo(NetworkEstimator<?, ?> estimator) {
        if (network != null && (hidden != null || activation != null)) {
            throw new KindlingException("--network says everything about the layers, so "
                    + (hidden != null ? "--hidden" : "--activation") + " cannot be given with it.");
        }
        if (network != null) {
            estimator.setNetwork(read());
        }
        if (hidden != null) {
            hidden.forEach(units -> Numbers.atLeastOne("--hidden", units));
            estimator.setHiddenLayers(
                    hidden.stream().mapToInt(Integer::intValue).toArray());
        }
        if (activation != null) {
            estimator.setHiddenActivation(Activation.of(activation));
        }
    }

    /**
     * Refuses a network that is not trained on one vector.
     *
     * @throws KindlingException if it has several inputs
     */
    void requireOneInput() {
        if (network == null || !(read() instanceof Functional functional)) {
            return;
        }
        List<String> inputs = functional.plan().inputNames();
        if (inputs.size() > 1) {
            throw new KindlingException("The --network file " + network + " needs one input, as this command"
                    + " makes one vector of all features. Received " + inputs.size() + ", "
                    + String.join(" and ", inputs) + ": a program trains it, with inputCols.");
        }
    }

    /** Whether it is a network of one's own. */
    boolean isOwn() {
        return network != null;
    }

    /** Whether it is one that can do nothing else than tell classes apart. */
    boolean tellsClassesApart() {
        if (network == null) {
            return false;
        }
        Network own = read();
        Layer last = own instanceof Sequential sequential
                ? sequential.layers().get(sequential.layers().size() - 1)
                : own.plan().last().layer();
        return last.outputActivation() instanceof Softmax;
    }

    private Network read() {
        try {
            return Network.fromJson(Files.readString(network));
        } catch (NoSuchFileException missing) {
            throw new KindlingException("The --network file " + network + " does not exist.", missing);
        } catch (IOException failed) {
            throw new KindlingException(
                    "The --network file " + network + " cannot be read as a text: " + Failure.line(failed), failed);
        } catch (KindlingException wrong) {
            throw new KindlingException("The --network file " + network + ": " + wrong.getMessage(), wrong);
        }
    }
}
