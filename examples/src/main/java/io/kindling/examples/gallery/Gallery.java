package io.kindling.examples.gallery;

import java.util.LinkedHashMap;
import java.util.Map;

/** The files of the gallery. */
public final class Gallery {
    /** Where measured costs are kept, in the folder of documents. */
    public static final String COSTS = "activations/costs.csv";

    private Gallery() {}

    /**
     * The contents of all files that follow from the facts and the costs, by their paths in the folder of documents.
     *
     * @param costs what {@link #measuredCosts} gave
     */
    public static Map<String, String> files(String costs) {
        Costs table = Costs.fromCsv(costs);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("activations.md", new GalleryPage(Wording.english(), table).text());
        files.put("zh/activations.md", new GalleryPage(Wording.chinese(), table).text());
        AllFacts.LIST.forEach(facts -> files.put("activations/" + facts.name() + ".svg", CurvePicture.of(facts)));
        return files;
    }

    /**
     * The content of the file of costs, measured on this machine in a few minutes.
     *
     * @param machine what to say of it
     */
    public static String measuredCosts(String machine) {
        return CostRun.measure(machine).toCsv();
    }
}
