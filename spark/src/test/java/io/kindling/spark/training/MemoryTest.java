package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.testing.ChildProcess;
import java.io.IOException;
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
        ChildProcess.Result run =
                ChildProcess.run(MemoryProbe.class, List.of("-Xms768m", "-Xmx768m", "-XX:+AlwaysPreTouch"));
        String output = run.output();
        assertThat(run.exitCode()).as(output).isZero();
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
