package io.kindling.cluster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkHomeTest {
    @TempDir
    private Path directory;

    @Test
    void linksToTheJarsOfNow() throws IOException {
        Path home = directory.resolve("home");
        Path one = Files.writeString(directory.resolve("one.jar"), "1");
        Path two = Files.writeString(directory.resolve("two.jar"), "2");
        SparkHome.link(home, List.of(one));
        SparkHome.link(home, List.of(two));
        assertThat(Samples.namesIn(home.resolve("jars"))).containsExactly("two.jar");
        assertThat(home.resolve("jars/two.jar")).hasContent("2");
    }

    @Test
    void sparkIsThereAndKindlingComesWithEachProgram() {
        List<String> names = SparkHome.jarsOfThisProcess().stream()
                .map(jar -> jar.getFileName().toString())
                .toList();
        assertThat(names)
                .anyMatch(name -> name.startsWith("spark-core_"))
                .noneMatch(name -> name.startsWith("kindling-"))
                .allMatch(name -> name.endsWith(".jar"));
    }
}
