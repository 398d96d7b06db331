package io.kindling.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterDirectoryTest {
    private static final ClusterProcess MASTER = new ClusterProcess("master", 1, 2, 3, "master.log");

    @TempDir
    private Path root;

    private ClusterDirectory directory;

    @BeforeEach
    void open() {
        directory = new ClusterDirectory(root);
    }

    @Test
    void remembersTheClusterUntilToldToForget() throws IOException {
        assertThat(directory.state()).isEmpty();
        ClusterState state = new ClusterState("spark://127.0.0.1:7", new ClusterSize(1, 1, "1g"), List.of(MASTER));
        directory.write(state);
        assertThat(new ClusterDirectory(root).state()).contains(state);
        directory.forgetState();
        assertThat(directory.state()).isEmpty();
    }

    @Test
    void damagedStateIsNoticed() throws IOException {
        Files.writeString(root.resolve("cluster.json"), "{\"url\" : ");
        assertThatExceptionOfType(ClusterException.class)
                .isThrownBy(directory::state)
                .withMessageContaining("cluster.json")
                .withMessageContaining("Delete it");
    }

    @Test
    void workIsClearedAndNothingElse() throws IOException {
        Path left = Files.createDirectories(directory.work("worker-1").resolve("app-1/0"));
        Files.writeString(left.resolve("stderr"), "said");
        Path log = directory.log("master");
        Files.createDirectories(log.getParent());
        Files.writeString(log, "said");
        directory.clearWork();
        assertThat(root.resolve("work")).doesNotExist();
        assertThat(log).exists();
    }

    @Test
    void onlyOneCommandAtATime() throws IOException, InterruptedException {
        String result = directory.whileLocked(() -> {
            assertThatExceptionOfType(ClusterException.class)
                    .isThrownBy(() -> new ClusterDirectory(root).whileLocked(() -> "second"))
                    .withMessageContaining("another command");
            return "first";
        });
        assertThat(result).isEqualTo("first");
        assertThat(directory.<String>whileLocked(() -> "later")).isEqualTo("later");
    }
}
