package io.kindling.spark.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each text of a column occurs, and which of them are told apart.
 *
 * @param counts by text
 * @param present how many rows have a text, longer ones and forgotten ones too
 * @param longOnes how many of these are too long for a category
 * @param forgetful whether there were too many different ones to count all
 * @param missing how many rows have none
 */
record TextCounts(Map<String, Long> counts, long present, long longOnes, boolean forgetful, long missing) {
    /** Where more of the texts than this differ from each other, the next row will have yet another one. */
    private static final double DIFFERENT = 0.95;
    /** In fewer rows texts may well be different by chance. */
    private static final int FEW = 20;

    Learned learn(String name, CategoryRules rules) {
        if (present == 0) {
            return Learned.allMissing(name);
        }
        if (counts.size() == 1 && counts.containsValue(present) && missing == 0) {
            return Learned.constant(name, counts.keySet().iterator().next());
        }
        if (longOnes > present / 2) {
            return Learned.leftOut(
                    name, "most of its texts are longer than " + TextSummary.LONGEST + " bytes, and so no categories.");
        }
        if (isAllDifferent(rules)) {
            return Learned.leftOut(
                    name,
                    "almost all of its " + Texts.count(present, "text") + " differ from each other, so that nothing can"
                            + " be learned from them."
                            + (areNumbers() ? " They are numbers; cast them to double." : ""));
        }
        SortedMap<String, Long> kept = kept(rules);
        long other = present - kept.values().stream().mapToLong(count -> count).sum();
        return new Learned(Optional.of(TextColumn.of(name, missing, kept, other)), notices(name, rules, kept.size()));
    }

    private boolean isAllDifferent(CategoryRules rules) {
        if (forgetful) {
            // How many different ones there are is not known, but how few rows the most frequent ones would cover is.
            long covered = counts.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(rules.most())
                    .mapToLong(count -> count)
                    .sum();
            return covered <= rules.most() + (1 - DIFFERENT) * present;
        }
        return present >= FEW && counts.size() + longOnes > DIFFERENT * present;
    }

    private SortedMap<String, Long> kept(CategoryRules rules) {
        Map<String, Long> own = new TreeMap<>(counts);
        own.keySet().removeAll(List.of(TextColumn.OTHER, TextColumn.MISSING));
        boolean anyFrequent = own.values().stream().anyMatch(count -> count >= rules.leastCount());
        SortedMap<String, Long> kept = new TreeMap<>();
        own.entrySet().stream()
                .filter(entry -> !anyFrequent || entry.getValue() >= rules.leastCount())
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(rules.most())
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    private List<String> notices(String name, CategoryRules rules, int kept) {
        List<String> notices = new ArrayList<>();
        if (kept == rules.most() && counts.size() > kept) {
            notices.add(Learned.column(name) + " has " + (forgetful ? "more than " : "") + Texts.count(counts.size())
                    + " different texts, of which the " + Texts.count(kept)
                    + " most frequent ones are told apart; maxCategories changes that.");
        }
        if (counts.size() > FEW && areNumbers()) {
            notices.add(
                    Learned.column(name) + " holds numbers as texts, each a category; cast it to double for numbers.");
        }
        return notices;
    }

    private boolean areNumbers() {
        return !counts.isEmpty() && counts.keySet().stream().allMatch(TextCounts::isNumber);
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException other) {
            return false;
        }
    }
}
