package io.kindling.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measured costs are kept as a small table. */
class CostsTest {

    @Test
    void comeBackRoundedToATenth() {
        Costs costs = new Costs("JDK 17, amd64", Map.of("tanh", new Cost(2.345, 1.04)));
        assertThat(costs.toCsv())
                .isEqualTo("# JDK 17, amd64\nactivation,times_relu,times_relu_vector_api\ntanh,2.3,1.0\n");
        assertThat(Costs.fromCsv(costs.toCsv()))
                .isEqualTo(new Costs("JDK 17, amd64", Map.of("tanh", new Cost(2.3, 1.0))));
    }

    @Test
    void wrongTables() {
        assertThatThrownBy(() -> Costs.fromCsv("tanh,2.3")).hasMessageContaining("activation,times_relu");
        assertThatThrownBy(() -> Costs.fromCsv("# here\nactivation,times_relu,times_relu_vector_api\n")
                        .of("tanh"))
                .hasMessageContaining("lacks tanh");
    }
}
