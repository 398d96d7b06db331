package io.kindling.autodiff;

import io.kindling.errors.KindlingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The graphs that are in use, by their text: one of each per thread, because running one changes it. */
public final class FunctionGraphs {
    private static final ThreadLocal<Map<String, FunctionGraph>> OF_THREAD = ThreadLocal.withInitial(HashMap::new);

    private FunctionGraphs() {}

    /**
     * The graph of a text, ready to run on this thread.
     *
     * @param text the graph's bytes in Base64
     * @throws KindlingException if it describes none
     */
    public static FunctionGraph of(String text) {
        return OF_THREAD
                .get()
                .computeIfAbsent(
                        text, encoded -> FunctionGraph.read(Base64.getDecoder().decode(encoded)));
    }

    /** The text of a graph. */
    public static String text(byte[] graph) {
        return Base64.getEncoder().encodeToString(graph);
    }
}
