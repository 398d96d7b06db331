package io.kindling.benchmarks.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.benchmarks.steps.CoreScaling;
import io.kindling.benchmarks.torch.TorchFolder;
import io.kindling.benchmarks.torch.TorchPython;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Seconds of training until a test accuracy is reached: Kindling with two workers and with one, and, where they are
 * there, PyTorch's {@code DistributedDataParallel} and Deeplearning4j's parameter averaging, taking turns.
 *
 * <p>Time runs from the first step, and stands still while the network is measured. That is done after every epoch, so
 * times are those of whole epochs; beside Deeplearning4j, which is to reach less, they are those of eighths of one. In its
 * first run an engine of this process meets a cold JVM.
 */
final class TrainingBenchmark {
    private final PrintStream out;
    private final TrainingSettings settings;
    private final TrainingContest contest;

    TrainingBenchmark(PrintStream out, TrainingSettings settings, TrainingContest contest) {
        this.out = out;
        this.settings = settings;
        this.contest = contest;
    }

    /**
     * Prints a line for every run, then medians, and last the same figures as one JSON object.
     *
     * @param training rows with {@code features}, vectors, and {@code label}, a digit
     * @param test rows like them
     */
    void run(Dataset<Row> training, Dataset<Row> test) {
        Optional<TorchPython> python = TorchPython.find();
        if (python.isEmpty()) {
            out.println("PyTorch is left out: neither KINDLING_PYTHON nor python3 has it.");
        }
        Optional<String> noDl4j = EstimatorTrainer.dl4jMissing();
        noDl4j.ifPresent(reason -> out.println("Deeplearning4j is left out. " + reason));
        try (TrainAndTest rows = TrainAndTest.cached(training, test);
                CoreScaling cores = CoreScaling.on(rows.training());
                TorchFolder folder = python.isPresent() ? TorchTraining.folder(rows) : null) {
            int features = training.first().<Vector>getAs("features").size();
            List<TrainingContestant> torch = new ArrayList<>();
            python.ifPresent(found -> contest.torchBatchSizes()
                    .forEach(size ->
                            torch.add(new TorchTraining(found, folder, features, settings, size, contest.target()))));
            List<Trainer> shortest = new ArrayList<>();
            List<Trainer> dl4j = new ArrayList<>();
            List<Trainer> dl4jSpark = new ArrayList<>();
            if (noDl4j.isEmpty()) {
                int size = contest.dl4jBatchSize();
                shortest.add(EstimatorTrainer.kindling(rows, settings, contest.batchSize()));
                dl4j.add(EstimatorTrainer.dl4j(rows, settings, size));
                dl4jSpark.add(new Dl4jSparkTrainer(rows, features, settings, size, contest.dl4jAveragingFrequency()));
            }
            TrainingResults results = new TrainingResults(
                    contest,
                    figures(kindling(rows, TrainAndTest.WORKERS), rows),
                    figures(kindling(rows, 1), rows),
                    figures(torch, rows),
                    figures(growing(shortest, rows), rows),
                    figures(growing(dl4j, rows), rows),
                    figures(growing(dl4jSpark, rows), rows));
            for (int run = 0; run < contest.runs(); run++) {
                out.println(cores.run());
                results.all().forEach(each -> out.println(each.run()));
            }
            ObjectNode json = new ObjectMapper().createObjectNode();
            json.put("training_rows", rows.trainingRows());
            json.put("test_rows", rows.testRows());
            results.addTo(json);
            cores.addTo(json);
            results.lines().forEach(out::println);
            out.println(cores.summary());
            if (contest.perceptronIterations() > 0) {
                PerceptronTraining perceptron = PerceptronTraining.of(rows, features, contest.perceptronIterations());
                out.println(perceptron.line());
                perceptron.addTo(json.putObject("perceptron"));
            }
            out.println(json);
        }
    }

    private TrainingContestant kindling(TrainAndTest rows, int workers) {
        return new KindlingTraining(rows, settings, workers, contest.batchSize(), contest.target());
    }

    private List<TrainingContestant> growing(List<Trainer> trainers, TrainAndTest rows) {
        return trainers.stream()
                .<TrainingContestant>map(
                        trainer -> new GrowingTraining(trainer, rows, settings.epochs(), contest.dl4jTarget()))
                .toList();
    }

    private static List<TrainingFigures> figures(List<TrainingContestant> contestants, TrainAndTest rows) {
        return contestants.stream().map(each -> figures(each, rows)).toList();
    }

    private static TrainingFigures figures(TrainingContestant contestant, TrainAndTest rows) {
        return new TrainingFigures(contestant, rows.trainingRows());
    }
}
