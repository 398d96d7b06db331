package io.kindling.dl4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.training.TrainingEngines;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the artifact on the class path both engines are found by name, and the error for an unknown one lists both. */
class TrainingEnginesTest {

    @ParameterizedTest
    @ValueSource(strings = {"kindling", "dl4j"})
    void areFoundByName(String name) {
        assertThat(TrainingEngines.named(name).name()).isEqualTo(name);
    }

    @Test
    void anUnknownOneIsRefusedByTheEstimatorBeforeItReadsARow() {
        NeuralNetworkClassifier classifier = new NeuralNetworkClassifier().setEngine("dl5j");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        classifier.fit(LocalSpark.of(List.of(LocalSpark.row(Double.NaN, 1, 0)), LocalSpark.SCHEMA, 1)))
                .withMessage("The engine must be one of those there are: dl4j, kindling. Received: 'dl5j'.");
    }
}
