package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.Pattern;

/** What tasks send to the driver is more than it takes. */
final class LargeResults implements Recogniser {
    private static final Pattern REFUSED = Pattern.compile(
            "Total size of serialized results of \\d+ tasks \\(([^)]+)\\) is bigger than spark.driver.maxResultSize \\(([^)]+)\\)");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        return evidence.find(REFUSED)
                .map(sizes -> "The workers send the driver " + sizes.group(1) + " at a time, and it takes "
                        + sizes.group(2) + ": raise spark.driver.maxResultSize.");
    }
}
