package io.kindling.cluster.standalone;

import java.util.ArrayList;
import java.util.List;

/**
 * A cluster, as it is written down.
 *
 * @param url what {@code --master} takes
 * @param size what it offers
 * @param processes those started so far: the master, then the workers
 */
public record ClusterState(String url, ClusterSize size, List<ClusterProcess> processes) {

    public ClusterState {
        processes = List.copyOf(processes);
    }

    ClusterState with(ClusterProcess process) {
        List<ClusterProcess> more = new ArrayList<>(processes);
        more.add(process);
        return new ClusterState(url, size, more);
    }

    /** Whether any of its processes runs. */
    boolean isAlive() {
        return processes.stream().anyMatch(process -> process.running().isPresent());
    }

    ClusterProcess master() {
        return processes.get(0);
    }

    List<ClusterProcess> workers() {
        return processes.subList(1, processes.size());
    }
}
