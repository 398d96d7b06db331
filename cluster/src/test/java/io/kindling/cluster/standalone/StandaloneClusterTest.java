package io.kindling.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, and what fails; the integration tests have the real processes. */
class StandaloneClusterTest {
    private static final ClusterSize SIZE = new ClusterSize(1, 1, "1g");

    @TempDir
    private Path root;

    private ClusterDirectory directory;
    private StandaloneCluster cluster;

    @BeforeEach
    void open() {
        directory = new ClusterDirectory(root);
        cluster = new StandaloneCluster(directory);
    }

    private static ClusterProcess self() {
        ProcessHandle self = ProcessHandle.current();
        return new ClusterProcess(
                "master", self.pid(), self.info().startInstant().orElseThrow().toEpochMilli(), 1, "log");
    }

    @Test
    void aProcessThatEndsEarlyEndsTheStart() {
        ClusterException failure = catchThrowableOfType(ClusterException.class, () -> cluster.start(SIZE, List.of()));
        Matcher said = Pattern.compile(
                        "The cluster cannot start, because its (\\S+) has ended with exit code 1\\. The reason is in (.+)\\.")
                .matcher(failure.getMessage());
        assertThat(said).matches();
        assertThat(Path.of(said.group(2))).isEqualTo(directory.log(said.group(1)));
        assertThat(Path.of(said.group(2))).content().contains("ClassNotFoundException");
        assertThat(directory.state()).isEmpty();
    }

    @Test
    void secondClusterInOneDirectory() throws IOException {
        directory.write(new ClusterState("spark://127.0.0.1:7", SIZE, List.of(self())));
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(() -> cluster.start(SIZE))
                .withMessageContaining("already: spark://127.0.0.1:7")
                .withMessageContaining("--dir");
    }

    @Test
    void nothingToStopOrToAsk() {
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(cluster::stop)
                .withMessageStartingWith("No cluster was started in " + root);
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(cluster::status)
                .withMessageContaining("kindling cluster start");
    }
}
