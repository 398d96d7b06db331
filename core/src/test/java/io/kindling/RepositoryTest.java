package io.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept in the repository stays of a size that a person can read. */
class RepositoryTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int LONGEST_PAGE = 250;
    private static final int MOST_FILES = 40;
    private static final int LONGEST_FILE = 400;

    /** Generated, one part for each activation. */
    private static final Pattern GALLERY = Pattern.compile(".*/activations\\.md");

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "public (static |final |abstract |sealed |non-sealed )*(class|record|interface|enum|@interface) .*");

    @Test
    void pagesAreAtMost250LinesLong() {
        List<String> tooLong = files(ROOT.resolve("docs"), ".md")
                .filter(page -> !GALLERY.matcher(page.toString()).matches())
                .filter(page -> lines(page).size() > LONGEST_PAGE)
                .map(page -> ROOT.relativize(page) + ": " + lines(page).size())
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void packagesHaveAtMost40Files() {
        Map<String, Long> counts = new TreeMap<>(sources()
                .collect(Collectors.groupingBy(
                        source -> ROOT.relativize(source.getParent()).toString(), Collectors.counting())));
        assertThat(counts).hasSizeGreaterThan(60);
        counts.values().removeIf(count -> count <= MOST_FILES);
        assertThat(counts).isEmpty();
    }

    @Test
    void filesAreAtMost400LinesLong() {
        assertThat(sources()
                        .filter(source -> lines(source).size() > LONGEST_FILE)
                        .map(ROOT::relativize))
                .isEmpty();
    }

    @Test
    void publicTypesSayWhatTheyAre() {
        assertThat(sources().filter(RepositoryTest::hasTypeWithoutJavadoc).map(ROOT::relativize))
                .isEmpty();
    }

    private static boolean hasTypeWithoutJavadoc(Path source) {
        List<String> lines = lines(source);
        for (int i = 1; i < lines.size(); i++) {
            if (PUBLIC_TYPE.matcher(lines.get(i)).matches()) {
                int before = i - 1;
                // Annotations stand between, on any number of lines.
                while (!lines.get(before).isBlank() && !lines.get(before).endsWith("*/")) {
                    before--;
                }
                if (lines.get(before).isBlank()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Stream<Path> sources() {
        return Stream.of("core", "spark", "dl4j", "cluster", "examples", "benchmarks")
                .flatMap(module -> Stream.of("java", "vector")
                        .map(language ->
                                ROOT.resolve(module).resolve("src/main").resolve(language)))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder, ".java"));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
