package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is not there is named, and nobody waits for it in silence or for ever. */
class UnreachableClusterIT {
    @TempDir
    private static Path directory;

    private static Path data;

    @BeforeAll
    static void write() {
        data = Samples.namedCsv(directory);
    }

    private static List<String> train(String master, Object... more) throws IOException, InterruptedException {
        List<Object> command =
                new java.util.ArrayList<>(List.of("train", "--data", data, "--label", "kind", "--master", master));
        command.addAll(List.of(more));
        try (LineProcess process = LineProcess.start(Built.kindling(command), true)) {
            return process.requireExit(1);
        }
    }

    @Test
    void aMasterThatDoesNotListenIsNamedAtOnce() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String master = "spark://127.0.0.1:" + port;
        assertThat(train(master))
                .containsExactly("kindling: The master " + master
                        + " does not answer: Connection refused. Start it, or name another one with --master.");
    }

    @Test
    void aMasterThatListensButDoesNotAnswerIsWaitedForAloudAndThenNamed() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String master = "spark://127.0.0.1:" + silent.getLocalPort();
            assertThat(train(master))
                    .satisfiesExactly(
                            waiting -> assertThat(waiting)
                                    .isEqualTo("kindling: waiting for " + master + " to answer (a minute at most)."),
                            end -> assertThat(end)
                                    .startsWith("kindling: The master " + master + " listens but does not answer"));
        }
    }

    @Test
    void aClusterWithoutLiveWorkersIsWaitedForAloudAndThenNamed() throws IOException, InterruptedException {
        try (RealCluster cluster = RealCluster.start(directory.resolve("cluster"), 1, 1)) {
            cluster.killWorker();
            assertThat(train(cluster.url(), "--connect-timeout", 10))
                    .satisfiesExactly(
                            waiting -> assertThat(waiting)
                                    .startsWith("kindling: waiting for an executor: no worker of " + cluster.url()),
                            end -> assertThat(end)
                                    .startsWith("kindling: No executor of " + cluster.url() + " was there within 10 s.")
                                    .contains("--connect-timeout"));
        }
    }
}
