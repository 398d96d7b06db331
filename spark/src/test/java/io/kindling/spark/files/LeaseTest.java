package io.kindling.spark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.spark.testing.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process at a time writes, and a dead one is no obstacle. */
class LeaseTest {
    @TempDir
    private Path folder;

    private FileSystem files;
    private Path directory;

    @BeforeEach
    void find() throws IOException {
        files = FileSystem.getLocal(new Configuration());
        directory = folder.resolve("shared");
    }

    private Lease acquire() throws IOException {
        return Lease.acquire(files, new org.apache.hadoop.fs.Path(directory.toUri()), "--out model");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void leave(String host, long pid, Duration age) throws IOException {
        Files.createDirectories(directory);
        Path left = directory.resolve("_lease-7");
        Files.writeString(left, "{\"host\":\"" + host + "\",\"pid\":" + pid + ",\"started\":\"x\",\"id\":\"y\"}");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void isGivenBackWithoutATrace() throws IOException {
        acquire().close();
        assertThat(names()).isEmpty();
        acquire().close();
    }

    @Test
    void isRefusedWhileItIsHeldHere() throws IOException {
        try (Lease held = acquire()) {
            held.requireHeld();
            assertThatThrownBy(this::acquire)
                    .isInstanceOfSatisfying(
                            LeaseHeldException.class,
                            refused -> assertThat(refused.isHeldHere()).isTrue())
                    .hasMessage(
                            "--out model is being written by this process already: wait for it, or name another place.");
        }
    }

    @Test
    void isRefusedWhileAnotherMachineRenewsIt() throws IOException {
        leave("elsewhere", 12, Duration.ofSeconds(30));
        assertThatThrownBy(this::acquire)
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("by process 12 on elsewhere already");
    }

    @Test
    void isTakenOverFromAnotherMachineThatDoesNotRenewIt() throws IOException {
        leave("elsewhere", 12, Duration.ofSeconds(90));
        try (Lease lease = acquire()) {
            lease.requireHeld();
            assertThat(names()).containsExactly("_lease-8");
        }
    }

    @Test
    void namesItsOwnerAtEveryMoment() throws Exception {
        Files.createDirectories(directory);
        Path kept = Files.createFile(directory.resolve("kept"));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<?> written = writer.submit(() -> {
                for (int i = 0; i < 2000; i++) {
                    acquire().close();
                }
                return null;
            });
            int seen = 0;
            while (!written.isDone()) {
                try {
                    assertThat(Files.readString(directory.resolve("_lease-1"))).endsWith("}");
                    seen++;
                } catch (NoSuchFileException between) {
                    continue;
                }
            }
            written.get();
            assertThat(seen).isPositive();
        } finally {
            writer.shutdownNow();
        }
        assertThat(names()).containsExactly(kept.getFileName().toString());
    }

    @Test
    void removesWhatADeadProcessDidNotFinish() throws IOException {
        Files.createDirectories(directory);
        Files.createFile(directory.resolve("_draft-1"));
        acquire().close();
        assertThat(names()).isEmpty();
    }

    @Test
    void isNotTakenOverBeforeItsOwnerIsWritten() throws IOException {
        Files.createDirectories(directory);
        Files.createFile(directory.resolve("_lease-1"));
        assertThatThrownBy(this::acquire).hasMessageContaining("by another process already");
    }

    /** Takes the lease and dies without giving it back. */
    public static final class Dies {
        private Dies() {}

        public static void main(String[] arguments) throws IOException {
            Lease.acquire(FileSystem.getLocal(new Configuration()), new org.apache.hadoop.fs.Path(arguments[0]), "x");
            Runtime.getRuntime().halt(3);
        }
    }

    @Test
    void isTakenOverAtOnceFromADeadProcessOfThisMachine() throws IOException, InterruptedException {
        assertThat(ChildProcess.run(Dies.class, List.of(), directory.toUri().toString())
                        .exitCode())
                .isEqualTo(3);
        assertThat(names()).containsExactly("_lease-1");
        try (Lease lease = acquire()) {
            lease.requireHeld();
            assertThat(names()).containsExactly("_lease-2");
        }
    }

    @Test
    void ofWhichAnotherOneTookOverIsNoticed() throws IOException {
        try (Lease lease = acquire()) {
            Files.delete(directory.resolve("_lease-1"));
            assertThatThrownBy(lease::requireHeld).hasMessageContaining("another process has taken over");
        }
    }

    @RepeatedTest(20)
    void onlyOneOfManySucceedsADeadOwner() throws Exception {
        leave("elsewhere", 12, Duration.ofSeconds(90));
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Lease>> attempts = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<Lease> attempt = () -> {
                    start.await();
                    try {
                        return acquire();
                    } catch (LeaseHeldException refused) {
                        return null;
                    }
                };
                attempts.add(threads.submit(attempt));
            }
            List<Lease> held = new ArrayList<>();
            for (Future<Lease> attempt : attempts) {
                if (attempt.get() != null) {
                    held.add(attempt.get());
                }
            }
            assertThat(held).hasSize(1);
            held.get(0).requireHeld();
            held.get(0).close();
        } finally {
            threads.shutdownNow();
        }
    }
}
