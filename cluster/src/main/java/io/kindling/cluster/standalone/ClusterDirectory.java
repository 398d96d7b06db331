package io.kindling.cluster.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The directory where a cluster keeps what is known of it, its log files, its working files and links to Spark's jars. */
public final class ClusterDirectory {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path root;

    public ClusterDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The user's own: {@code kindling/cluster} in {@code XDG_CACHE_HOME}, which is {@code ~/.cache} if not set. */
    public static ClusterDirectory ofUser() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path caches =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new ClusterDirectory(caches.resolve("kindling").resolve("cluster"));
    }

    public Path root() {
        return root;
    }

    /** What acts as an installation of Spark. */
    Path sparkHome() {
        return root.resolve("spark");
    }

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    /** Where the executors of a worker have their files. */
    Path work(String worker) {
        return root.resolve("work").resolve(worker);
    }

    /** Where blocks go that do not fit in memory, and shuffled data. */
    Path scratch() {
        return root.resolve("scratch");
    }

    private Path stateFile() {
        return root.resolve("cluster.json");
    }

    /** The cluster that was started here and not stopped, or nothing. */
    public Optional<ClusterState> state() {
        try {
            return Files.exists(stateFile())
                    ? Optional.of(MAPPER.readValue(stateFile().toFile(), ClusterState.class))
                    : Optional.empty();
        } catch (IOException damaged) {
            throw new ClusterException(
                    "The file " + stateFile() + " needs to describe a cluster, and cannot be read. Delete it, and end"
                            + " the processes of the cluster by hand.",
                    damaged);
        }
    }

    void write(ClusterState state) throws IOException {
        Path unfinished = root.resolve("cluster.json.unfinished");
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), state);
        Files.move(unfinished, stateFile(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    void forgetState() throws IOException {
        Files.deleteIfExists(stateFile());
    }

    /** Deletes what executors have left. */
    void clearWork() throws IOException {
        delete(root.resolve("work"));
        delete(scratch());
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> innermostFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            Files.deleteIfExists(path);
        }
    }

    /** Starts or stops a cluster. */
    interface Action<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Runs an action while no other process can start or stop a cluster here.
     *
     * @throws ClusterException if another process does so now
     */
    <T> T whileLocked(Action<T> action) throws IOException, InterruptedException {
        Files.createDirectories(root);
        try (FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw new ClusterException("A cluster in " + root
                        + " is being started or stopped by another command. Try again when it has ended.");
            }
            return action.run();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
