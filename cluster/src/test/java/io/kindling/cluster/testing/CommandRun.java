package io.kindling.cluster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.cluster.CommandProcess;
import io.kindling.cluster.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One run of a command, in this process.
 *
 * @param exitCode what the process would end with
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record CommandRun(int exitCode, String out, String err) {

    /** Runs {@code kindling}; arguments are turned to texts. */
    public static CommandRun of(Object... arguments) {
        return ofProgram(Main::run, arguments);
    }

    /** Runs another command. */
    public static CommandRun ofProgram(CommandProcess.Program program, Object... arguments) {
        TestSpark.session();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = program.run(
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Fails the test unless all went well. */
    public CommandRun requireSuccess() {
        assertThat(exitCode).as(err).isZero();
        return this;
    }

    /** Fails the test unless the arguments or data were refused, in one line that says all of these. */
    public CommandRun requireRefusal(String... parts) {
        assertThat(exitCode).as(err).isEqualTo(2);
        assertThat(out).isEmpty();
        List<String> said =
                err.lines().filter(line -> !line.startsWith("epoch ")).toList();
        assertThat(said).hasSize(1);
        assertThat(said.get(0))
                .startsWith("kindling: ")
                .contains(parts)
                .doesNotContain("Exception", "requirement failed");
        return this;
    }

    /** The object on the last line of standard output. */
    public JsonNode figures() {
        String[] lines = out.strip().split("\n");
        try {
            return new ObjectMapper().readTree(lines[lines.length - 1]);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
