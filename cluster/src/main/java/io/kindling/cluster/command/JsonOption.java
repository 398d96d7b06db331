package io.kindling.cluster.command;

import io.kindling.cluster.files.OutputPath;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.report.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the figures go besides the last line of standard output. */
final class JsonOption {

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the final JSON object here.")
    private String json;

    Optional<OutputPath> claim(Outputs outputs) {
        return outputs.claim("--json", Optional.ofNullable(json));
    }

    static void write(Result result, OutputPath output) throws IOException {
        output.write(temporary -> {
            try (OutputStream out = output.create(temporary)) {
                out.write((result.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
