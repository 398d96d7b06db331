package io.kindling.cluster.report;

import java.util.List;

/** How well a model does on some rows. */
public interface Measures {

    /** How many rows there were. */
    long rows();

    /** The most important figures, for a sentence. */
    String summary();

    /** All figures as lines for a person. */
    List<String> details();

    /** Adds the most important figures to a result. */
    Result summary(Result result);

    /** Adds those that {@link #details} has besides. */
    Result details(Result result);
}
