package io.kindling.benchmarks.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.tensor.Shape;
import org.junit.jupiter.api.Test;

/** The encoder is PyTorch's {@code nn.TransformerEncoderLayer(128, 4, 512)} with a linear layer. */
class EncoderNetworkTest {
    private static final Workload WORKLOAD = Workload.transformer();

    @Test
    void hasAsManyWeightsAsPyTorchs() {
        assertThat(WORKLOAD.network().plan().trainableCount()).isEqualTo(198_272 + 1_290);
        assertThat(WORKLOAD.network().plan().output()).isEqualTo(Shape.of(10));
    }

    /** PyTorch's {@code FlopCounterMode} counts as many. */
    @Test
    void countsTheOperationsOfAStep() {
        assertThat(WORKLOAD.operations()).isEqualTo(2_416_164_864.0);
    }
}
