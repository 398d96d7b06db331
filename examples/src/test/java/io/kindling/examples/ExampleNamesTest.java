package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever mistypes an example, or leaves out what it needs, is told so in one line. */
class ExampleNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "DigitClassifier", "Digits*", "../x", "ExampleData", "EluNetwork, GeluNetwork"})
    void aMistypedNameListsTheExamplesThereAre(String name) throws Exception {
        Process process = new ProcessBuilder("sh", "../bin/example", name)
                .redirectErrorStream(true)
                .start();
        List<String> said = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).hasSize(1);
        assertThat(said.get(0)).startsWith("example: ").contains(programs());
    }

    @Test
    void workersAndAveragingSaysWhatItNeeds() {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            WorkersAndAveraging.main(new String[0]);
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("needs 6 arguments", "/data/mnist", "Received: 0.");
    }

    @Test
    void noOtherExampleNeedsArguments() throws IOException {
        for (String program : programs()) {
            String source = Files.readString(Path.of("src/main/java/io/kindling/examples", program + ".java"));
            if (source.contains("arguments[")) {
                assertThat(source).as(program).contains("arguments.length");
            }
        }
    }

    private static List<String> programs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/kindling/examples"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> Stream.of(ExampleNamesTest.class.getPackageName() + "." + name)
                            .anyMatch(ExampleNamesTest::hasMain))
                    .sorted()
                    .toList();
            assertThat(names).hasSizeGreaterThan(15);
            return names;
        }
    }

    private static boolean hasMain(String type) {
        try {
            return Stream.of(Class.forName(type).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals("main"));
        } catch (ClassNotFoundException none) {
            return false;
        }
    }
}
