package io.kindling.cluster.failure;

import java.util.List;

/**
 * What tasks and executors had reported before a failure, suppressed in it: Spark's last word may only be that an
 * executor is gone.
 */
final class ClusterReport extends Exception {
    private static final long serialVersionUID = 1;

    ClusterReport(List<String> reports) {
        super("Tasks and executors had reported:\n" + String.join("\n", reports), null, false, false);
    }
}
