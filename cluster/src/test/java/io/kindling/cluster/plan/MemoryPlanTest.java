package io.kindling.cluster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.core.Dense;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Optimizer;
import io.kindling.tensor.Shape;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
    private static final long MEGABYTE = 1 << 20;
    private static final NetworkPlan PLAN =
            Sequential.of(Dense.of(512), Dense.of(10)).withInput(Shape.of(784)).plan();
    private static final long PARAMETERS = 784 * 512 + 512 + 512 * 10 + 10;

    private static MemoryPlan plan(long rows, int workers, int cores) {
        return MemoryPlan.of(PLAN, Optimizer.of("adam"), new Workload(rows, 1, workers, 32, cores));
    }

    @Test
    void bytesOfTheNetwork() {
        NetworkMemory network = NetworkMemory.of(PLAN, Optimizer.of("adam"), 32);
        assertThat(network.trainable()).isEqualTo(4 * PARAMETERS);
        assertThat(network.optimizer()).isEqualTo(8 * PARAMETERS);
        assertThat(network.state()).isEqualTo(12 * PARAMETERS);
        assertThat(network.natives())
                .isEqualTo(4L * (2 * (784 * 512 + 512 * 10) + 32 * (2 * 784 + 512) + 32 * (2 * 512 + 10)));
        long eachLayer = 32 * (4 * 784 + 784) + 32 * (4 * 512 + 784) + 32 * (4 * 10 + 512);
        assertThat(network.buffers()).isEqualTo(4 * (eachLayer + 784 * 512 + 32 * (2 * 784 + 512)));
        assertThat(NetworkMemory.of(PLAN, Optimizer.of("sgd"), 32).optimizer()).isZero();
    }

    @Test
    void theDriverAveragesUpToSixteenMillionFloatsOfAllWorkers() {
        long floats = 3 * PARAMETERS;
        int most = (int) ((1 << 24) / floats);
        assertThat(plan(60_000, most, 1).driverAverages()).isTrue();
        assertThat(plan(60_000, most + 1, 1).driverAverages()).isFalse();
        assertThat(plan(60_000, most, 1).largestResult()).isEqualTo(most * 4 * floats);
    }

    @Test
    void theDriverNeedsNoMoreForManyWorkers() {
        assertThat(plan(60_000, 64, 1).driverHeap())
                .isEqualTo(plan(60_000, 16, 1).driverHeap());
    }

    @Test
    void aWorkerHoldsOneWindowHoweverManyRowsItHas() {
        assertThat(plan(1_000, 2, 1).window()).isEqualTo(500 * 785 * 4);
        assertThat(plan(100_000_000, 2, 1).window()).isEqualTo(64 * MEGABYTE);
    }

    @Test
    void rowsBeyondTheHeapGoToDisk() {
        MemoryPlan large = plan(100_000_000, 2, 1);
        assertThat(large.rowsPerExecutor()).isEqualTo(100_000_000L * 785 * 4 / 2);
        assertThat(large.rowsInMemory()).isLessThan(large.rowsPerExecutor()).isGreaterThan(8L << 30);
        assertThat(large.executorHeap()).isLessThan(16L << 30);
        MemoryPlan small = plan(1_000_000, 2, 1);
        assertThat(small.rowsInMemory()).isEqualTo(small.rowsPerExecutor());
    }

    @Test
    void anExecutorOfMoreCoresNeedsMore() {
        MemoryPlan one = plan(64_000_000, 128, 1);
        MemoryPlan many = plan(64_000_000, 128, 64);
        assertThat(many.executorOverhead()).isGreaterThan(one.executorOverhead());
        assertThat(many.executorHeap()).isGreaterThan(one.executorHeap() * 4);
        assertThat(many.rowsPerExecutor()).isEqualTo(one.rowsPerExecutor() * 64);
    }

    @Test
    void wrongNumbersAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workload(0, 1, 2, 32, 1))
                .withMessage("--rows must be at least 1. Received: 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workload(1, 1, 2, 32, -4))
                .withMessage("--cores must be at least 1. Received: -4.");
    }
}
