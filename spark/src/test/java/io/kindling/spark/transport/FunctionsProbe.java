package io.kindling.spark.transport;

import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a network as an executor does, or loads a model, where nothing is registered; {@link RegisteredFunctionsTest} runs it. */
final class FunctionsProbe {

    private FunctionsProbe() {}

    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        if (arguments[0].equals("task")) {
            try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(Path.of(arguments[1])))) {
                NetworkText text = (NetworkText) in.readObject();
                System.out.println("outputs: " + text.network().plan().output());
            }
            return;
        }
        LocalSpark.session();
        try {
            NeuralNetworkClassificationModel.load(arguments[1]);
        } catch (RuntimeException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
