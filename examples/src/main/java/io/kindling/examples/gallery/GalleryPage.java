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

/** The page of all activations, in Markdown. */
final class GalleryPage {
    private final Costs costs;
    private final List<String> lines = new ArrayList<>();

    private GalleryPage(Costs costs) {
        this.costs = costs;
    }

    static String of(Costs costs) {
        GalleryPage page = new GalleryPage(costs);
        page.start();
        page.guide();
        page.overview();
        AllFacts.LIST.forEach(page::activation);
        page.custom();
        return String.join("\n", page.lines) + "\n";
    }

    private void start() {
        add(
                "# Activations",
                "",
                "<!-- Written by bin/example ActivationGallery; change the facts there, not this page. -->",
                "",
                "All activations by their Keras names, what they do and what they are for. One is attached in three ways:",
                "",
                "```java",
                "Dense.of(64).activation(\"relu\")              // by name, \"leaky_relu(0.1)\" with arguments",
                "Dense.of(64), ActivationLayer.of(\"relu\")     // as a layer of its own",
                "Dense.of(64).activation(Relu.of())           // as a value",
                "```",
                "");
    }

    private void guide() {
        add(
                "## Which one",
                "",
                "`ActivationGuide` gives these answers to programs; a fit logs a warning where a network does otherwise.",
                "",
                "| the network's output is | activation | loss | why |",
                "| --- | --- | --- | --- |");
        for (OutputTask task : OutputTask.values()) {
            Advice advice = ActivationGuide.forOutput(task);
            add("| " + words(task) + " | " + link(advice.activation()) + " | "
                    + Loss.registry().nameOf(advice.loss().orElseThrow()) + " | " + advice.why() + " |");
        }
        add("", "| hidden layers are | activation | kernel initializer | why |", "| --- | --- | --- | --- |");
        for (HiddenPlace place : HiddenPlace.values()) {
            Advice advice = ActivationGuide.forHidden(place);
            add("| " + words(place) + " | " + link(advice.activation()) + " | "
                    + Initializer.registry().nameOf(advice.initializer()) + " | " + advice.why() + " |");
        }
        add("");
    }

    private void overview() {
        add(
                "## All of them",
                "",
                "*Zero-centred*: the mean of the values is zero for standard normal numbers. *Can die*: the slope is exactly"
                        + " zero from somewhere on, so a unit whose inputs all lie there learns no more. *Sparse*: many values"
                        + " are exactly zero. *Cost*: forward and backward over 65,536 numbers, one thread, by that of relu"
                        + " (" + costs.machine() + ").",
                "",
                "| activation | range | zero-centred | saturates | can die | sparse | cost |",
                "| --- | --- | --- | --- | --- | --- | ---: |");
        for (ActivationFacts facts : AllFacts.LIST) {
            add("| [" + facts.name() + "](#" + facts.name() + ") | " + facts.range() + " | " + mark(facts.zeroCentred())
                    + " | " + saturates(facts.saturation()) + " | " + mark(facts.canDie()) + " | "
                    + mark(facts.sparse())
                    + " | " + cost(facts) + " |");
        }
        add("");
    }

    private void activation(ActivationFacts facts) {
        add(
                "### " + facts.name(),
                "",
                "<img align=\"right\" width=\"320\" height=\"220\" alt=\"" + facts.name()
                        + " and its derivative\" src=\"activations/" + facts.name() + ".svg\">",
                "",
                "`" + facts.formula() + "`",
                "",
                facts.note(),
                "",
                "- Range: " + facts.range(),
                "- Character: " + character(facts),
                "- Cost: " + cost(facts) + " × relu",
                "- Used for: " + facts.use(),
                "- Java: `.activation(\"" + facts.text() + "\")` or `.activation(" + java(facts) + ")`");
        if (isOfRows(facts.activation())) {
            add("- The picture shows the first of two values, the other being 0.");
        }
        add("", "<br clear=\"right\">", "");
    }

    private void custom() {
        add(
                "### One's own",
                "",
                "A function that is not here is an ND4J SameDiff expression; its derivative comes by automatic"
                        + " differentiation.",
                "",
                "```java",
                "Dense.of(64).activation(CustomActivation.of(\"sin\", (sd, x) -> sd.math().sin(x)))",
                "```",
                "",
                "The graph of the expression is what travels to executors and is saved with a model, so the model loads with"
                        + " nothing registered. A call costs about a millisecond, many times what the activations above cost.",
                "",
                "Where that is too much, function and derivative can be given as Java code. They travel with the tasks, but a"
                        + " saved model holds only the name, which must be registered before the model is loaded.",
                "",
                "```java",
                "Activation cube = CustomActivation.register(",
                "        \"cube\",",
                "        (x, y, n) -> { for (int i = 0; i < n; i++) y[i] = x[i] * x[i] * x[i]; },",
                "        (x, y, dy, dx, n) -> { for (int i = 0; i < n; i++) dx[i] = dy[i] * 3 * x[i] * x[i]; });",
                "```");
    }

    private static String character(ActivationFacts facts) {
        List<String> traits = new ArrayList<>();
        traits.add(facts.zeroCentred() ? "zero-centred" : "not zero-centred");
        traits.add(facts.saturation().words());
        traits.add(facts.canDie() ? "units can die, " + flat(facts) : "units do not die");
        traits.add(facts.sparse() ? "sparse" : "not sparse");
        return String.join("; ", traits);
    }

    private static String flat(ActivationFacts facts) {
        List<String> sides = new ArrayList<>();
        if (!Double.isNaN(facts.flatBelow())) {
            sides.add("x ≤ " + Range.text(facts.flatBelow()));
        }
        if (!Double.isNaN(facts.flatAbove())) {
            sides.add("x ≥ " + Range.text(facts.flatAbove()));
        }
        return "the slope being 0 for " + String.join(" and for ", sides);
    }

    private String cost(ActivationFacts facts) {
        return String.format(Locale.ROOT, "%.1f", costs.of(facts.name()));
    }

    /** Whether a value depends on its neighbours in the row. */
    private static boolean isOfRows(Activation activation) {
        float[] y = new float[2];
        float[] beside = new float[2];
        activation.forward(new float[] {1, 0}, y, 1, 2);
        activation.forward(new float[] {1, 1}, beside, 1, 2);
        return y[0] != beside[0];
    }

    private static String mark(boolean holds) {
        return holds ? "yes" : "";
    }

    private static String saturates(Saturation saturation) {
        return saturation == Saturation.NONE ? "" : saturation.name().toLowerCase(Locale.ROOT);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String link(Activation activation) {
        String name = Activation.registry().nameOf(activation);
        return "[" + name + "](#" + name + ")";
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

    private void add(String... more) {
        lines.addAll(List.of(more));
    }
}
