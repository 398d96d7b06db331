package io.kindling.cluster.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of a model directory that a mutation is about to change. */
record ModelFiles(Path directory, Random random) {

    /** All regular files, in the order of their names, whole paths. */
    List<Path> all() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One that Spark reads. */
    Path visible() {
        return any(file -> !file.getFileName().toString().matches("[._].*"));
    }

    Path json() {
        return any(file -> file.getFileName().toString().matches("part-\\d+|network.json|manifest.json"));
    }

    Path metadata() {
        return any(file -> file.getFileName().toString().matches("part-\\d+"));
    }

    Path named(String ending) {
        return any(file -> file.toString().endsWith(ending)
                && !file.getFileName().toString().startsWith("."));
    }

    private Path any(Predicate<Path> wanted) {
        List<Path> found = all().stream().filter(wanted).toList();
        return found.get(random.nextInt(found.size()));
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
