package io.kindling.dl4j.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.integration.Built;
import io.kindling.cluster.integration.LineProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program of twenty lines gets Kindling by {@code spark-submit --packages}, from what the build would publish. */
class PackagesIT {
    private static final List<String> PLATFORMS =
            List.of("linux-arm64", "linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");

    /** The build says which it is. */
    private static final String THIS_PLATFORM = System.getProperty("kindling.platform");

    @TempDir
    private static Path directory;

    private static Path settings;

    @BeforeAll
    static void publish() throws IOException {
        PublishedRepository repository = new PublishedRepository(directory.resolve("repository"));
        repository.add("core", "kindling-core");
        repository.add("spark", "kindling-spark");
        repository.add("dl4j", "kindling-dl4j");
        for (String platform : PLATFORMS) {
            repository.add("natives/" + platform, "kindling-natives-" + platform);
        }
        settings =
                repository.ivySettings(directory.resolve("ivysettings.xml"), System.getProperty("kindling.repository"));
    }

    @ParameterizedTest
    @CsvSource({"kindling-spark, kindling", "kindling-dl4j, dl4j"})
    void anArtifactBringsItsEngine(String artifact, String engine) throws IOException, InterruptedException {
        List<String> submit = Built.sparkSubmit(List.of(
                "--packages",
                coordinates(artifact),
                "--exclude-packages",
                otherPlatforms(),
                "--conf",
                "spark.jars.ivySettings=" + settings,
                "--conf",
                "spark.jars.ivy=" + directory.resolve("ivy-" + engine),
                "--class",
                PackagesProgram.class.getName(),
                Built.jarOf(PackagesProgram.class, directory).toString(),
                engine));
        try (LineProcess program = LineProcess.start(submit, false, Map.of())) {
            List<String> said = program.requireSuccess();
            assertThat(Double.parseDouble(said.get(said.size() - 1))).isGreaterThan(0.9);
        }
    }

    private static String coordinates(String artifact) {
        return PublishedRepository.GROUP + ":" + artifact + ":" + PublishedRepository.VERSION;
    }

    /** Their libraries are not where this build keeps what others have published. */
    private static String otherPlatforms() {
        return PLATFORMS.stream()
                .filter(platform -> !platform.equals(THIS_PLATFORM))
                .map(platform -> PublishedRepository.GROUP + ":kindling-natives-" + platform)
                .collect(Collectors.joining(","));
    }
}
