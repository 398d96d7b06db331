package io.kindling.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** A graph in a file is a function and nothing else. */
class GraphFileTest {

    private static byte[] bytes(SameDiff graph) throws IOException {
        ByteBuffer buffer = graph.asFlatBuffers(false);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void acceptsWhatIsRecorded() {
        byte[] recorded = FunctionGraph.record((sd, x) -> sd.math().sin(x).mul(sd.constant(Nd4j.scalar(2f))));
        assertThatCode(() -> FunctionGraph.read(recorded)).doesNotThrowAnyException();
    }

    /** ND4J makes an object of whatever class the configuration's JSON names. */
    @Test
    void refusesATrainingConfiguration() throws IOException {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.placeHolder("x", DataType.FLOAT, -1, -1);
        graph.identity("y", x);
        graph.placeHolder("dy", DataType.FLOAT, -1, -1);
        graph.setTrainingConfig(TrainingConfig.builder()
                .updater(new Sgd(0.1))
                .dataSetFeatureMapping("x")
                .markLabelsUnused()
                .build());
        byte[] bytes = bytes(graph);
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("org.nd4j.linalg.learning.config.Sgd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionGraph.read(bytes))
                .withMessage("The graph cannot be read: A graph must be a function, without a training of its own.");
    }

    @Test
    void refusesAGraphOfAMegabyte() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunctionGraph.read(new byte[2_000_000]))
                .withMessageContaining("bytes at most");
    }

    /** Looking at broken bytes ends in an exception, never in a crash. */
    @Test
    void looksAtMutantsUnharmed() {
        byte[] whole = FunctionGraph.record((sd, x) -> sd.math().sin(x));
        int refused = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] mutant = whole.clone();
            for (int i = 0; i < 4; i++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            try {
                GraphFile.require(mutant);
            } catch (RuntimeException noticed) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }
}
