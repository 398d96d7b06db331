package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Memory does not grow from round to round: seen from outside, in a process of its own with a heap of fixed size. */
class MemoryTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is read from /proc")
    void residentMemoryStaysWhereItWas() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(
                List.of("-Xms768m", "-Xmx768m", "-XX:+AlwaysPreTouch", "-cp", System.getProperty("java.class.path")));
        command.add(MemoryProbe.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        long before = resident(output, MemoryProbe.WARM_UP);
        long after = resident(output, MemoryProbe.ROUNDS);
        System.out.println(output);
        assertThat((double) after).isLessThan(1.05 * before);
    }

    private static long resident(String output, int rounds) {
        Matcher line =
                Pattern.compile("resident after " + rounds + " rounds: (\\d+)").matcher(output);
        assertThat(line.find()).as(output).isTrue();
        return Long.parseLong(line.group(1));
    }
}
