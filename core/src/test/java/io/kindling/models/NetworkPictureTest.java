package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.golden.Golden;
import io.kindling.layers.Input;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.core.Embedding;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.reshaping.Flatten;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Pictures show every layer once and every connection, whatever layers are called. */
class NetworkPictureTest {
    private static final Sequential CHAIN =
            Sequential.of(Input.of(4), Dense.of(3).activation("relu").named("<script>alert(1)"), Dense.of(2));

    private static Functional wideAndDeep() {
        Node wide = Node.input("wide", 10);
        Node id = Node.input("id", 1);
        Node deep = Concatenate.of()
                .on(Flatten.of().on(Embedding.of(7, 3).named("embed").on(id)), wide);
        return Functional.of(Dense.of(1).activation("sigmoid").named("out").on(deep));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void svgHasABoxForEachLayerAndALineForEachConnection() throws Exception {
        Document svg = parsed(wideAndDeep().toSvg());
        assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(6);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(5);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("id: 0 parameters");
    }

    @Test
    void svgTakesNamesAsText() throws Exception {
        Document svg = parsed(CHAIN.toSvg());
        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("<script>alert(1): 15 parameters");
    }

    @Test
    void mermaidHasALineForEachLayerAndConnection() {
        assertThat(wideAndDeep().toMermaid()).isEqualTo("""
                flowchart TD
                    n0["id<br/>InputLayer (1,)"]
                    n1["wide<br/>InputLayer (10,)"]
                    n2["embed<br/>Embedding (1, 3)"]
                    n3["flatten<br/>Flatten (3,)"]
                    n4["concatenate<br/>Concatenate (13,)"]
                    n5["out<br/>Dense (1,)"]
                    n0 --> n2
                    n2 --> n3
                    n3 --> n4
                    n1 --> n4
                    n4 --> n5
                """);
        assertThat(CHAIN.toMermaid()).doesNotContain("<script>");
    }

    @Test
    void connectionsPassBesideBoxes() {
        Network encoder = Golden.cases("functional").stream()
                .filter(one -> one.get("case").textValue().equals("encoder"))
                .map(one -> Network.fromJson(one.get("model").toString()))
                .findFirst()
                .orElseThrow();
        PictureLayout layout = new PictureLayout(encoder.plan(), 200, 20);
        int passing = 0;
        for (PictureLayout.Way way : layout.ways()) {
            List<PictureLayout.Place> between =
                    way.places().subList(1, way.places().size() - 1);
            for (PictureLayout.Place place : between) {
                assertThat(layout.layers())
                        .filteredOn(box -> box.row() == place.row())
                        .allMatch(box -> Math.abs(box.middle() - place.middle()) > 100);
                passing++;
            }
        }
        assertThat(passing).isEqualTo(3);
    }
}
