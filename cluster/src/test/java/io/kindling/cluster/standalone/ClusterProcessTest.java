package io.kindling.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusterProcessTest {
    private final ProcessHandle self = ProcessHandle.current();
    private final long started = self.info().startInstant().orElseThrow().toEpochMilli();

    @Test
    void isRunningWhileItsProcessIs() {
        assertThat(new ClusterProcess("master", self.pid(), started, 1, "log").running())
                .contains(self);
    }

    @Test
    void aClockThatWasSetALittleChangesNothing() {
        assertThat(new ClusterProcess("master", self.pid(), started - 1_500, 1, "log").running())
                .contains(self);
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheOneThatWasStarted() {
        assertThat(new ClusterProcess("master", self.pid(), started - 60_000, 1, "log").running())
                .isEmpty();
    }

    @Test
    void hasEnded() throws Exception {
        Process process = new ProcessBuilder("true").start();
        ClusterProcess written = ClusterProcess.of("worker-1", process, 1, "log");
        process.waitFor();
        assertThat(written.running()).isEmpty();
    }
}
