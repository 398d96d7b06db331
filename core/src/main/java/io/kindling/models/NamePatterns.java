package io.kindling.models;

import io.kindling.errors.KindlingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of layers or weights, chosen by patterns in which {@code *} stands for any characters: {@code "conv*"},
 * {@code "deep/kernel"}.
 */
public final class NamePatterns {
    private final List<String> texts;
    private final List<Pattern> patterns;

    private NamePatterns(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.patterns = texts.stream()
                .map(text -> Pattern.compile(Pattern.compile("\\*")
                        .splitAsStream(text + "\0")
                        .map(part -> part.isEmpty() ? "" : Pattern.quote(part.replace("\0", "")))
                        .collect(Collectors.joining(".*"))))
                .toList();
    }

    public static NamePatterns of(List<String> patterns) {
        return new NamePatterns(patterns);
    }

    /** Whether any pattern is of this name. */
    public boolean match(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /**
     * Refuses patterns of no name, which are misspelt.
     *
     * @param what the names are of
     */
    public void requireNames(String what, Collection<String> names) {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Pattern pattern = patterns.get(i);
            if (names.stream().noneMatch(name -> pattern.matcher(name).matches())) {
                unknown.add(texts.get(i));
            }
        }
        if (!unknown.isEmpty()) {
            throw new KindlingException("The network has no " + what + " called " + String.join(", ", unknown)
                    + ". It has: " + String.join(", ", names) + ".");
        }
    }
}
