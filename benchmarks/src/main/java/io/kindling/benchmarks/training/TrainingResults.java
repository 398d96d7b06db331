package io.kindling.benchmarks.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What all contestants' trainings took, and how they compare.
 *
 * @param contest what they were to do
 * @param two Kindling with two workers
 * @param one Kindling with one worker
 * @param torch PyTorch, by the size of its mini-batches; empty if it is not there
 * @param shortest Kindling with two workers, on growing parts of the rows as Deeplearning4j; empty if that is not there
 * @param dl4j Deeplearning4j as this project's engine has it trained; empty if it is not there
 * @param dl4jSpark Deeplearning4j on Spark by itself; empty if it is not there
 */
record TrainingResults(
        TrainingContest contest,
        TrainingFigures two,
        TrainingFigures one,
        List<TrainingFigures> torch,
        List<TrainingFigures> shortest,
        List<TrainingFigures> dl4j,
        List<TrainingFigures> dl4jSpark) {

    /** In the order in which they alternate: two workers and one without minutes between, in which a machine can change. */
    List<TrainingFigures> all() {
        return Stream.of(Stream.of(two, one), torch.stream(), shortest.stream(), dl4j.stream(), dl4jSpark.stream())
                .flatMap(each -> each)
                .toList();
    }

    /** Medians, then ratios; those that some contestant is missing for, or has not reached, are left out. */
    List<String> lines() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of("Medians of " + contest.runs() + " runs:"),
                                all().stream().map(TrainingFigures::summary)),
                        Stream.of(
                                        line("Time to the target by the best of PyTorch's", byTorch()),
                                        line(
                                                "Time to Deeplearning4j's target by that of its engine here",
                                                byDl4j(dl4j)),
                                        line(
                                                "Time to Deeplearning4j's target by that of dl4j-spark alone",
                                                byDl4j(dl4jSpark)),
                                        line("Rows per second of two workers by those of one", twoByOne()))
                                .filter(line -> !line.isEmpty()))
                .toList();
    }

    private static String line(String what, double ratio) {
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%s: %.3f", what, ratio) : "";
    }

    void addTo(ObjectNode json) {
        ArrayNode contestants = json.putArray("contestants");
        all().forEach(each -> each.addTo(contestants.addObject()));
        TrainingFigures.putFinite(json, "time_by_pytorch", byTorch());
        TrainingFigures.putFinite(json, "time_by_dl4j", byDl4j(dl4j));
        TrainingFigures.putFinite(json, "time_by_dl4j_spark_alone", byDl4j(dl4jSpark));
        TrainingFigures.putFinite(json, "rows_per_second_two_workers_by_one", twoByOne());
    }

    private double byTorch() {
        return two.secondsTo(contest.target()) / best(torch, contest.target());
    }

    private double byDl4j(List<TrainingFigures> figures) {
        return best(shortest, contest.dl4jTarget()) / best(figures, contest.dl4jTarget());
    }

    /** NaN if there is none or none has reached it. */
    private static double best(List<TrainingFigures> figures, double accuracy) {
        return figures.stream()
                .mapToDouble(each -> each.secondsTo(accuracy))
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }

    private double twoByOne() {
        return two.rowsPerSecond() / one.rowsPerSecond();
    }
}
