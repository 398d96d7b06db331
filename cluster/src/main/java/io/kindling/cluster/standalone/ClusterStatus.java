package io.kindling.cluster.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a cluster is.
 *
 * @param state what was started
 * @param registeredWorkers how many workers its master counts on
 * @param programs the names of the programs that run on it
 * @param processes each process, the master first
 */
public record ClusterStatus(
        ClusterState state, int registeredWorkers, List<String> programs, List<ProcessStatus> processes) {

    /**
     * How a process is.
     *
     * @param process which
     * @param runs whether it has not ended
     * @param executors what it runs for programs, such as {@code app-20260101120000-0000/1}
     */
    public record ProcessStatus(ClusterProcess process, boolean runs, List<String> executors) {}

    static ClusterStatus of(ClusterState state, WebPage pages) throws InterruptedException {
        JsonNode master = pages.ask(state.master().webPort()).orElse(NullNode.getInstance());
        List<String> programs = new ArrayList<>();
        master.path("activeapps")
                .forEach(program -> programs.add(program.path("name").asText()));
        List<ProcessStatus> processes = new ArrayList<>();
        for (ClusterProcess process : state.processes()) {
            List<String> executors = new ArrayList<>();
            boolean runs = process.running().isPresent();
            if (runs) {
                pages.ask(process.webPort())
                        .ifPresent(page -> page.path("executors")
                                .forEach(executor ->
                                        executors.add(executor.path("appid").asText() + "/"
                                                + executor.path("id").asText())));
            }
            processes.add(new ProcessStatus(process, runs, List.copyOf(executors)));
        }
        return new ClusterStatus(
                state, master.path("aliveworkers").asInt(), List.copyOf(programs), List.copyOf(processes));
    }

    /** Whether every process runs and every worker is registered. */
    public boolean isWhole() {
        return registeredWorkers == state.size().workers() && processes.stream().allMatch(ProcessStatus::runs);
    }
}
