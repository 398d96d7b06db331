package io.kindling.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSizeTest {

    @Test
    void memoryInMegabytesOrGigabytes() {
        assertThat(new ClusterSize(2, 1, "1500m").memory()).isEqualTo("1500m");
        assertThat(new ClusterSize(2, 1, "2G").memory()).isEqualTo("2G");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 2g, --workers, 0",
        "2, -1, 2g, --cores, -1",
        "2, 1, 2t, --memory, 2t",
        "2, 1, 0g, --memory, 0g",
        "2, 1, lots, --memory, lots"
    })
    void wrongSizesAreRefusedByName(int workers, int cores, String memory, String option, String received) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusterSize(workers, cores, memory))
                .withMessageStartingWith(option)
                .withMessageEndingWith("Received: " + received + ".");
    }
}
