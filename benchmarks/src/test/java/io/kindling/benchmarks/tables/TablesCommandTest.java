package io.kindling.benchmarks.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.benchmarks.Main;
import io.kindling.cluster.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every model is fitted to every table of a folder, classes and numbers alike. */
class TablesCommandTest {

    private static void write(Path file, boolean classes) throws IOException {
        StringBuilder text = new StringBuilder("size,color,split,label\n");
        for (int i = 0; i < 120; i++) {
            String size = i % 17 == 0 ? "" : String.format(Locale.ROOT, "%.1f", i % 10 / 2.0);
            String color = i % 3 == 0 ? "red" : "blue";
            double label = i % 10 + (i % 3 == 0 ? 5 : 0) + i / 1000.0;
            text.append(size).append(',').append(color).append(',');
            text.append(i % 4 == 0 ? "test," : "train,");
            text.append(classes ? label > 6 ? "many" : "few" : Double.toString(label))
                    .append('\n');
        }
        Files.writeString(file, text.toString());
    }

    @Test
    void measuresEveryModelOnEveryTable(@TempDir Path folder) throws IOException {
        write(folder.resolve("a.csv"), true);
        write(folder.resolve("b.csv"), false);
        String text = CommandRun.ofProgram(Main::run, "tables", "--data", folder)
                .requireSuccess()
                .out();
        assertThat(text)
                .containsPattern("\\| a \\| 90 \\| log loss \\| Kindling \\| \\d")
                .contains("| MLlib linear |", "| MLlib forest |", "| MLlib boosted |")
                .containsPattern("\\| b \\| 90 \\| RMSE \\| Kindling \\| \\d");
    }

    @Test
    void foldersWithoutTablesAreRefused(@TempDir Path folder) {
        CommandRun.ofProgram(Main::run, "tables", "--data", folder).requireRefusal("no file that ends in .csv");
        CommandRun.ofProgram(Main::run, "tables", "--data", folder.resolve("none"))
                .requireRefusal("must be a folder");
    }
}
