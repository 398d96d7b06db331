package io.kindling.tables;

import io.kindling.errors.KindlingException;
import java.util.List;

/** What one number of a row is to a {@link TableNetwork}. */
public sealed interface TableColumn {

    /**
     * A number of any size.
     *
     * @param center what is 0 after scaling, such as the median
     * @param scale the factor; 0 if the number is always the same
     * @param boundaries of the bins it is encoded by; none, if it needs no bins
     */
    record Numeric(double center, double scale, List<Double> boundaries) implements TableColumn {

        /** A number that is taken as it is. */
        public static final Numeric UNSCALED = new Numeric(0, 1, List.of());

        public Numeric {
            boundaries = List.copyOf(boundaries);
        }
    }

    /** 0 or 1. */
    record Binary() implements TableColumn {}

    /**
     * One of several categories, by its index from 0 on; any other number is none of them.
     *
     * @param values how many there are; positive
     */
    record Nominal(int values) implements TableColumn {

        public Nominal {
            if (values < 1) {
                throw new KindlingException("A category needs at least one value. Received: " + values + ".");
            }
        }
    }
}
