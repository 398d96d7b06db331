package io.kindling.spark.data;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The shapes of rows as arrays, which travel in reports. */
final class Shapes {

    private Shapes() {}

    /** How many values there are. */
    static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** As messages write it: 30, or 28 x 28. */
    static String text(int[] shape) {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }
}
