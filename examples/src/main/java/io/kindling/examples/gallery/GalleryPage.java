package io.kindling.examples.gallery;

import io.kindling.activations.Activation;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.Advice;
import io.kindling.guide.HiddenPlace;
import io.kindling.guide.OutputTask;
import io.kindling.initializers.Initializer;
import io.kindling.losses.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of all activations in one language, in Markdown.
 *
 * @param wording its language
 * @param costs what it says of them
 */
record GalleryPage(Wording wording, Costs costs) {

    String text() {
        return wording.page()
                .replace("<outputs>", lines(Arrays.stream(OutputTask.values()).map(this::output)))
                .replace(
                        "<hidden layers>",
                        lines(Arrays.stream(HiddenPlace.values()).map(this::hidden)))
                .replace("<machine>", costs.machine())
                .replace("<overview>", lines(AllFacts.LIST.stream().map(this::overview)))
                .replace(
                        "<activations>",
                        lines(AllFacts.LIST.stream().map(this::section)).stripTrailing());
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private String output(OutputTask task) {
        Advice advice = ActivationGuide.forOutput(task);
        String key = Wording.key(task);
        return row(
                wording.of(key),
                link(Activation.registry().nameOf(advice.activation())),
                Loss.registry().nameOf(advice.loss().orElseThrow()),
                wording.of(key + ".why"));
    }

    private String hidden(HiddenPlace place) {
        Advice advice = ActivationGuide.forHidden(place);
        String key = Wording.key(place);
        return row(
                wording.of(key),
                link(Activation.registry().nameOf(advice.activation())),
                Initializer.registry().nameOf(advice.initializer()),
                wording.of(key + ".why"));
    }

    private String overview(ActivationFacts facts) {
        Cost cost = costs.of(facts.name());
        return row(
                link(facts.name()),
                facts.range().toString(),
                mark(facts.zeroCentred()),
                wording.of("side." + key(facts.saturation())),
                mark(facts.canDie()),
                mark(facts.sparse()),
                number(cost.timesRelu()),
                number(cost.timesReluWithVectorApi()));
    }

    private String section(ActivationFacts facts) {
        String name = facts.name();
        Cost cost = costs.of(name);
        List<String> lines = new ArrayList<>(List.of(
                "### " + name,
                "",
                "<img align=\"right\" width=\"320\" height=\"220\" alt=\"" + wording.of("picture", name) + "\" src=\""
                        + wording.of("pictures") + name + ".svg\">",
                "",
                "`" + wording.of(name + ".formula") + "`",
                "",
                wording.of(name + ".note"),
                "",
                "- " + wording.of("section.range", facts.range()),
                "- " + wording.of("section.character", character(facts)),
                "- " + wording.of("section.cost", number(cost.timesRelu()), number(cost.timesReluWithVectorApi())),
                "- " + wording.of("section.use", wording.of(name + ".use")),
                "- "
                        + wording.of(
                                "section.java",
                                "`.activation(\"" + facts.text() + "\")`",
                                "`.activation(" + java(facts) + ")`")));
        if (isOfRows(facts.activation())) {
            lines.add("- " + wording.of("section.two_values"));
        }
        lines.addAll(List.of("", "<br clear=\"right\">", ""));
        return String.join("\n", lines);
    }

    private String character(ActivationFacts facts) {
        return String.join(
                wording.of("separator"),
                wording.of(facts.zeroCentred() ? "centred.yes" : "centred.no"),
                wording.of("saturation." + key(facts.saturation())),
                facts.canDie() ? wording.of("dies.yes", flat(facts)) : wording.of("dies.no"),
                wording.of(facts.sparse() ? "sparse.yes" : "sparse.no"));
    }

    private String flat(ActivationFacts facts) {
        List<String> sides = new ArrayList<>();
        if (!Double.isNaN(facts.flatBelow())) {
            sides.add("x ≤ " + Range.text(facts.flatBelow()));
        }
        if (!Double.isNaN(facts.flatAbove())) {
            sides.add("x ≥ " + Range.text(facts.flatAbove()));
        }
        return sides.size() == 1 ? sides.get(0) : wording.of("dies.and", sides.toArray());
    }

    /** Whether a value depends on its neighbours in the row. */
    private static boolean isOfRows(Activation activation) {
        float[] y = new float[2];
        float[] beside = new float[2];
        activation.forward(new float[] {1, 0}, y, 1, 2);
        activation.forward(new float[] {1, 1}, beside, 1, 2);
        return y[0] != beside[0];
    }

    private String mark(boolean holds) {
        return holds ? wording.of("yes") : "";
    }

    private static String key(Saturation saturation) {
        return saturation.name().toLowerCase(Locale.ROOT);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String link(String name) {
        return "[" + name + "](#" + name + ")";
    }

    private static String number(double times) {
        return String.format(Locale.ROOT, "%.1f", times);
    }

    /** The expression that makes it: {@code of()} where there are defaults, else a constructor or all values. */
    private static String java(ActivationFacts facts) {
        Class<?> type = facts.activation().getClass();
        if (facts.text().contains("(")) {
            return type.getSimpleName() + ".of"
                    + facts.text().substring(facts.text().indexOf('('));
        }
        boolean hasDefaults = Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals("of") && method.getParameterCount() == 0);
        return hasDefaults ? type.getSimpleName() + ".of()" : "new " + type.getSimpleName() + "()";
    }
}
