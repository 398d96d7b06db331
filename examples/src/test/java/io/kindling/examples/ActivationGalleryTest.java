package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.examples.gallery.Gallery;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The page of activations in the documents is what the program would write now. */
class ActivationGalleryTest {

    private static Map<String, String> files() throws IOException {
        return Gallery.files(Files.readString(ActivationGallery.DOCUMENTS.resolve(Gallery.COSTS)));
    }

    @Test
    void theDocumentsAreUpToDate() throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = ActivationGallery.DOCUMENTS.resolve(file.getKey());
            assertThat(path)
                    .as("docs/%s is out of date; bin/example ActivationGallery writes it anew.", file.getKey())
                    .hasContent(file.getValue());
        }
    }

    @Test
    void nothingIsLeftOver() throws IOException {
        try (Stream<Path> present = Files.list(ActivationGallery.DOCUMENTS.resolve("activations"))) {
            List<String> expected = Stream.concat(
                            Stream.of(Gallery.COSTS), files().keySet().stream().filter(name -> name.endsWith(".svg")))
                    .toList();
            assertThat(present.map(path -> "activations/" + path.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void picturesAreSmallAndWellFormed() throws Exception {
        for (Map.Entry<String, String> file : files().entrySet()) {
            if (file.getKey().endsWith(".svg")) {
                assertThat(file.getValue())
                        .as(file.getKey())
                        .hasSizeLessThan(5000)
                        .doesNotContain("lM");
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(file.getValue())));
            }
        }
    }
}
