package io.kindling.examples.gallery;

import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.HiddenPlace;
import io.kindling.guide.OutputTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What the page says in one language.
 *
 * @param page the page in Markdown, with places for what follows from the facts
 * @param words all else, by key
 */
record Wording(String page, Map<String, String> words) {

    /** The facts' own language, and the guide's. */
    static Wording english() {
        Map<String, String> words = words("words.properties");
        for (ActivationFacts facts : AllFacts.LIST) {
            words.put(facts.name() + ".formula", facts.formula());
            words.put(facts.name() + ".note", facts.note());
            words.put(facts.name() + ".use", facts.use());
        }
        for (OutputTask task : OutputTask.values()) {
            words.put(key(task) + ".why", ActivationGuide.forOutput(task).why());
        }
        for (HiddenPlace place : HiddenPlace.values()) {
            words.put(key(place) + ".why", ActivationGuide.forHidden(place).why());
        }
        return new Wording(resource("page.md"), words);
    }

    /** Simplified Chinese. Formulas without words stay as they are. */
    static Wording chinese() {
        Map<String, String> words = words("words_zh.properties");
        AllFacts.LIST.forEach(facts -> words.putIfAbsent(facts.name() + ".formula", facts.formula()));
        return new Wording(resource("page_zh.md"), words);
    }

    static String key(OutputTask task) {
        return "output." + task.name().toLowerCase(Locale.ROOT);
    }

    static String key(HiddenPlace place) {
        return "hidden." + place.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What stands under a key, with values in the places {0}, {1} and so on.
     *
     * @throws KindlingException if nothing does
     */
    String of(String key, Object... values) {
        String text = words.get(key);
        if (text == null) {
            throw new KindlingException("The page of activations needs words for " + key
                    + "; words.properties and words_zh.properties have those of each language.");
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    private static Map<String, String> words(String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(resource(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return words;
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(Wording.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
