package io.kindling.cluster.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The files below a directory with their contents, to compare before and after. */
final class Aftermath {

    private Aftermath() {}

    /** Each file's path with the SHA-256 of its content; a file alone has an empty path. */
    static SortedMap<String, String> of(Path place) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        if (!Files.exists(place)) {
            return digests;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(place.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    /** Copies a directory with everything in it, extended attributes too. */
    static Path copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to);
        Process copying = new ProcessBuilder("cp", "-a", from + "/.", to.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(copying.getInputStream().readAllBytes());
        if (copying.waitFor() != 0) {
            throw new IOException(said);
        }
        return to;
    }
}
