package io.kindling.models;

import java.util.ArrayList;
import java.util.List;

/** A network as a flow chart in Mermaid's syntax, which Markdown pages show. */
final class MermaidText {

    private MermaidText() {}

    static String of(NetworkPlan plan) {
        List<String> lines = new ArrayList<>(List.of("flowchart TD"));
        for (int i = 0; i < plan.layers().size(); i++) {
            LayerPlan layer = plan.layers().get(i);
            lines.add("    n" + i + "[\"" + escaped(layer.name()) + "<br/>" + layer.className() + " " + layer.output()
                    + "\"]");
        }
        for (int i = 0; i < plan.layers().size(); i++) {
            for (int source : plan.layers().get(i).from()) {
                lines.add("    n" + source + " --> n" + i);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Names are whatever a file says. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ' ') {
                text.appendCodePoint(c);
            } else {
                text.append('#').append(c).append(';');
            }
        });
        return text.toString();
    }
}
