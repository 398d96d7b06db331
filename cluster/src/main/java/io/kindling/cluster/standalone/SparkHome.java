package io.kindling.cluster.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A directory that Spark takes for its installation: its folder {@code jars} has links to the jars of a class path. */
final class SparkHome {

    private SparkHome() {}

    /** Spark's jars and what they need: every jar of this process but Kindling's own. */
    static List<Path> jarsOfThisProcess() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar"))
                .filter(path -> !path.getFileName().toString().startsWith("kindling-"))
                .toList();
    }

    /** Makes the links, and removes those to jars no longer needed. */
    static void link(Path home, List<Path> jars) throws IOException {
        Path folder = Files.createDirectories(home.resolve("jars"));
        try (Stream<Path> old = Files.list(folder)) {
            for (Path link : old.toList()) {
                Files.delete(link);
            }
        }
        for (Path jar : jars) {
            Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar.toAbsolutePath());
        }
    }
}
