package io.kindling.cluster.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command as a process of its own to which something happens after some time.
 *
 * @param exitCode how it ended; negative if a signal that nobody handles ended it
 * @param said what it wrote to standard error
 * @param millis how long it took
 */
record DisturbedCommand(int exitCode, List<String> said, long millis) {
    private static final long LONGEST_SECONDS = 120;

    /** What happens to it. */
    enum Kind {
        NOTHING,
        INTERRUPTED,
        TERMINATED,
        KILLED,
        NOT_PERMITTED,
        DISK_FULL
    }

    /**
     * Runs a command on a directory.
     *
     * @param kind what happens
     * @param moment after how many milliseconds; for a full disk, how many kilobytes are left
     */
    static DisturbedCommand run(List<String> command, Path directory, Kind kind, long moment)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (kind == Kind.NOT_PERMITTED && isRoot()) {
            // Whom permissions do not bind otherwise.
            line.addAll(List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner"));
        }
        if (kind == Kind.DISK_FULL) {
            line.addAll(onSmallDisk(directory, moment));
        }
        line.addAll(Built.heedingSignals(command));
        Path errors = Files.createTempFile("errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        long started = System.nanoTime();
        Process process = builder.start();
        try {
            if (kind != Kind.NOTHING && kind != Kind.DISK_FULL && !process.waitFor(moment, TimeUnit.MILLISECONDS)) {
                disturb(process, directory, kind);
            }
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .as("ends in time: " + command)
                    .isTrue();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            return new DisturbedCommand(
                    process.exitValue(), Files.readAllLines(errors, StandardCharsets.UTF_8), millis);
        } finally {
            process.destroyForcibly();
            allow(directory, "rwxr-xr-x");
            Files.delete(errors);
        }
    }

    private static void disturb(Process process, Path directory, Kind kind) throws IOException, InterruptedException {
        switch (kind) {
            case INTERRUPTED ->
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            case TERMINATED -> process.destroy();
            case KILLED -> process.destroyForcibly();
            case NOT_PERMITTED -> allow(directory, "r-xr-xr-x");
            default -> throw new IllegalArgumentException(kind.toString());
        }
    }

    private static void allow(Path directory, String permissions) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(permissions));
        Path checkpoints = directory.resolve("checkpoints");
        if (Files.exists(checkpoints)) {
            Files.setPosixFilePermissions(checkpoints, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }

    /** The directory on a disk of its own that only this command sees; what is on it in the end is copied back. */
    private static List<String> onSmallDisk(Path directory, long kilobytes) {
        String script =
                "used=$(du -sk \"$1\" | cut -f1); here=$1; mkdir \"$here.kept\" && cp -a \"$here/.\" \"$here.kept\""
                        + " && mount -t tmpfs -o size=$((used + $2))k tmpfs \"$here\" && cp -a \"$here.kept/.\" \"$here\" || exit 99;"
                        + " shift 2; \"$@\"; code=$?; mkdir \"$here.after\"; cp -a \"$here/.\" \"$here.after\"; umount \"$here\";"
                        + " rm -rf \"$here\" \"$here.kept\"; mv \"$here.after\" \"$here\"; exit $code";
        return List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                script,
                "sh",
                directory.toString(),
                Long.toString(kilobytes));
    }
}
