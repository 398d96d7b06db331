package io.kindling.cluster.command;

import io.kindling.cluster.standalone.ClusterDirectory;
import io.kindling.cluster.standalone.StandaloneCluster;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What the commands on a cluster share. */
final class ClusterOptions {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the cluster keeps its files; kindling/cluster in the user's cache by default.")
    private Path directory;

    @Option(names = SparkCommand.VERBOSE, description = "Show where in the program a failure arose.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    StandaloneCluster cluster() {
        return new StandaloneCluster(directory == null ? ClusterDirectory.ofUser() : new ClusterDirectory(directory));
    }
}
