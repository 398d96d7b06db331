package io.kindling.cluster.model;

import io.kindling.cluster.cells.Kind;
import io.kindling.cluster.data.Pick;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Columns of numbers put into arrays where they are many: Spark plans for a second or more for each thousand of columns,
 * in every step, and none at all for the numbers of an array.
 */
final class Bundles {
    /** With fewer columns of numbers, each is learned by itself. */
    private static final int MANY = 500;

    /** The longest array of which the encoder learns each number. */
    private static final int LONGEST = 1000;

    private Bundles() {}

    /** The same columns, those of numbers last and in arrays if they are many. */
    static List<Pick> of(List<Pick> picks) {
        Predicate<Pick> isNumber = pick -> pick.type().kind().general() == Kind.NUMBER;
        List<Pick> numbers = picks.stream().filter(isNumber).toList();
        if (numbers.size() < MANY) {
            return picks;
        }
        Set<String> taken = new HashSet<>(picks.stream().map(Pick::name).toList());
        List<Pick> all =
                new ArrayList<>(picks.stream().filter(isNumber.negate()).toList());
        String bundle = "";
        for (int i = 0; i < numbers.size(); i++) {
            if (i % LONGEST == 0) {
                bundle = "numbers_" + (i / LONGEST + 1);
                while (!taken.add(bundle)) {
                    bundle += "_";
                }
            }
            Pick pick = numbers.get(i);
            all.add(new Pick(pick.column(), pick.name(), pick.type(), bundle));
        }
        return all;
    }
}
