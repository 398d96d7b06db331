package io.kindling.cluster.command;

import io.kindling.cluster.report.Console;
import io.kindling.errors.KindlingException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands share that use Spark. */
public abstract class SparkCommand implements Callable<Integer> {
    static final String VERBOSE = "--verbose";

    /** After the options of the command itself. */
    static final int LAST = 100;

    @Option(
            names = "--master",
            paramLabel = "M",
            order = LAST,
            description =
                    "Where Spark runs: local[N], spark://HOST:PORT, yarn, k8s://…; all of this machine by default.")
    private String master;

    @Mixin
    private SparkSettings settings;

    @Option(names = VERBOSE, order = LAST, description = "Show where in the program a failure arose.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            order = LAST,
            usageHelp = true,
            description = "Show this and exit.")
    private boolean help;

    private final Console console;

    /** A command that prints to the console. */
    protected SparkCommand(Console console) {
        this.console = console;
    }

    /** Where it prints. */
    protected final Console console() {
        return console;
    }

    /**
     * Refuses options that can never work, before Spark starts.
     *
     * @throws KindlingException naming the option and what it needs
     */
    protected abstract void requireValid();

    /** How many threads are used on this machine where no master is named; 0 for all. */
    protected int localThreads() {
        return 0;
    }

    /** Does the work; what it throws is said in one sentence. */
    protected abstract void run(SparkSession spark) throws IOException, InterruptedException;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        settings.requireValid();
        requireValid();
        try (SparkRun spark = SparkRun.open(Optional.ofNullable(master), localThreads(), settings, console)) {
            try {
                run(spark.session());
            } catch (Exception | Error failed) {
                // Spark does not stop well in a thread that is still marked as interrupted.
                Thread.interrupted();
                if (spark.gaveUp().isPresent()) {
                    throw spark.gaveUp().get();
                }
                spark.addReportsTo(failed);
                throw failed;
            }
        }
        return 0;
    }
}
