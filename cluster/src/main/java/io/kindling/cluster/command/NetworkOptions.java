package io.kindling.cluster.command;

import io.kindling.activations.Activation;
import io.kindling.cluster.report.Failure;
import io.kindling.errors.KindlingException;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.spark.NeuralNetworkClassifier;
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
            description = "The units of each hidden layer, where no --network is given; 64,32 by default.")
    private List<Integer> hidden;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "The activation of the hidden layers; relu by default.")
    private String activation;

    /** Sets what was asked for. */
    void applyTo(NeuralNetworkClassifier classifier) {
        if (network != null && (hidden != null || activation != null)) {
            throw new KindlingException("--network says everything about the layers, so "
                    + (hidden != null ? "--hidden" : "--activation") + " cannot be given with it.");
        }
        if (network != null) {
            classifier.setNetwork(read());
        }
        if (hidden != null) {
            hidden.forEach(units -> Numbers.atLeastOne("--hidden", units));
            classifier.setHiddenLayers(
                    hidden.stream().mapToInt(Integer::intValue).toArray());
        }
        if (activation != null) {
            classifier.setHiddenActivation(Activation.of(activation));
        }
    }

    /**
     * Refuses a network that is not trained on one vector.
     *
     * @throws KindlingException if it has several inputs
     */
    void requireOneInput(NeuralNetworkClassifier classifier) {
        if (network == null || !(classifier.getNetwork() instanceof Functional functional)) {
            return;
        }
        List<String> inputs = functional.plan().inputNames();
        if (inputs.size() > 1) {
            throw new KindlingException("The --network file " + network + " needs one input, as this command"
                    + " makes one vector of all features. Received " + inputs.size() + ", "
                    + String.join(" and ", inputs) + ": a program trains it, with inputCols.");
        }
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
