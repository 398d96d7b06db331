package io.kindling.examples;

import io.kindling.examples.gallery.Gallery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code docs/activations.md}, the same page in Chinese and the pictures, from the activations themselves and the
 * facts kept beside them.
 */
public final class ActivationGallery {
    static final Path DOCUMENTS = Path.of("../docs");

    private ActivationGallery() {}

    /** Writes all files; with the argument {@code measure} and a word on the machine, measures the costs anew before. */
    public static void main(String[] arguments) throws IOException {
        Path costs = DOCUMENTS.resolve(Gallery.COSTS);
        if (arguments.length > 0 && arguments[0].equals("measure")) {
            Files.createDirectories(costs.getParent());
            Files.writeString(costs, Gallery.measuredCosts(machine(arguments)));
        }
        Map<String, String> files = Gallery.files(Files.readString(costs));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = DOCUMENTS.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        System.out.printf("files written: %d%n", files.size());
    }

    private static String machine(String[] arguments) {
        return arguments.length == 1
                ? System.getProperty("os.arch")
                : String.join(" ", List.of(arguments).subList(1, arguments.length));
    }
}
