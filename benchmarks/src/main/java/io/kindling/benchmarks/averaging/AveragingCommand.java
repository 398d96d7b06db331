package io.kindling.benchmarks.averaging;

import io.kindling.cluster.command.Numbers;
import io.kindling.cluster.command.SparkCommand;
import io.kindling.cluster.report.Console;
import io.kindling.spark.training.OptimizerState;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmark averaging}: measures what rounds cost besides training. */
@Command(
        name = "averaging",
        description = "Times rounds of averaging, and measures what goes through the driver.",
        sortOptions = false)
public final class AveragingCommand extends SparkCommand {

    @Option(
            names = "--parameters",
            paramLabel = "N",
            defaultValue = "50000",
            description = "About how many the network has; 50000 by default.")
    private int parameters;

    @Option(
            names = "--workers",
            paramLabel = "N",
            split = ",",
            defaultValue = "2",
            description = "Numbers of workers, such as 2,8,32; 2 by default.")
    private List<Integer> workers;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many are measured, after as many that are not; 100 by default.")
    private int rounds;

    @Option(
            names = "--optimizer-state",
            paramLabel = "S",
            defaultValue = "average",
            description = "What becomes of Adam's memory between rounds: average or reset; average by default.")
    private String optimizerState;

    /** The command, which prints to the console. */
    public AveragingCommand(Console console) {
        super(console);
    }

    @Override
    protected void requireValid() {
        Numbers.atLeastOne("--parameters", parameters);
        workers.forEach(each -> Numbers.atLeastOne("--workers", each));
        Numbers.atLeastOne("--rounds", rounds);
        OptimizerState.of(optimizerState);
    }

    @Override
    protected void run(SparkSession spark) {
        new AveragingBenchmark(spark, console().out(), parameters, rounds, optimizerState).run(workers);
    }
}
