package io.kindling.spark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.CustomActivation;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.ChildProcess;
import io.kindling.spark.testing.LocalSpark;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own function in Java reaches other processes with the tasks, but not with a saved model, which says so. */
class RegisteredFunctionsTest {

    private static Sequential network() {
        return Sequential.of(
                Input.of(2),
                Dense.of(8)
                        .activation(CustomActivation.register(
                                "bent_square",
                                (x, y, n) -> {
                                    for (int i = 0; i < n; i++) {
                                        y[i] = x[i] + 0.1f * x[i] * x[i];
                                    }
                                },
                                (x, y, dy, dx, n) -> {
                                    for (int i = 0; i < n; i++) {
                                        dx[i] = dy[i] * (1 + 0.2f * x[i]);
                                    }
                                })),
                Dense.of(2).activation("softmax"));
    }

    @Test
    void travelWithTasks(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("task");
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(NetworkText.of(network()));
        }
        ChildProcess.Result run = ChildProcess.run(FunctionsProbe.class, List.of(), "task", file.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("outputs: (2,)");
    }

    @Test
    void areAskedForByNameWhenAModelIsLoaded(@TempDir Path folder) throws Exception {
        Dataset<Row> data = LocalSpark.moons(80, 3);
        NeuralNetworkClassificationModel model = new NeuralNetworkClassifier()
                .setNetwork(network())
                .setEpochs(2)
                .setNumWorkers(2)
                .fit(data);
        String path = folder.resolve("model").toString();
        model.write().save(path);
        assertThat(NeuralNetworkClassificationModel.load(path).transform(data).collectAsList())
                .isEqualTo(model.transform(data).collectAsList());

        ChildProcess.Result run = ChildProcess.run(FunctionsProbe.class, List.of(), "model", path);
        assertThat(run.output())
                .contains("The activation 'bent_square' is a user's own, and nothing is registered under this name."
                        + " Call CustomActivation.register(\"bent_square\", function, derivative)");
    }
}
