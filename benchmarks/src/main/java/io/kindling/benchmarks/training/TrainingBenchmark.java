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
 * there, PyTorch's {@code DistributedDataParallel} and Deeplearning4j's parameter averaging, alternating.
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
        try (TrainAndTest rows = TrainAndTest.cached(training, test);
                CoreScaling cores = CoreScaling.on(rows.training());
                TorchFolder folder = python.isPresent() ? TorchTraining.folder(rows) : null) {
            int features = training.first().<Vector>getAs("features").size();
            List<TrainingContestant> torch = new ArrayList<>();
            python.ifPresent(found -> contest.torchBatchSizes()
                    .forEach(size ->
                            torch.add(new TorchTraining(found, folder, features, settings, size, contest.target()))));
            int size = contest.dl4jBatchSize();
            int frequency = contest.dl4jAveragingFrequency();
            TrainingResults results = new TrainingResults(
                    contest,
                    figures(kindling(rows, TrainAndTest.WORKERS), rows),
                    figures(kindling(rows, 1), rows),
                    figures(torch, rows),
                    figures(growing(EstimatorTrainer.kindling(rows, settings, contest.batchSize()), rows), rows),
                    figures(growing(EstimatorTrainer.dl4j(rows, settings, size), rows), rows),
                    figures(growing(new Dl4jSparkTrainer(rows, features, settings, size, frequency), rows), rows));
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

    private List<TrainingContestant> growing(Trainer trainer, TrainAndTest rows) {
        return List.of(new GrowingTraining(trainer, rows, settings.epochs(), contest.dl4jTarget()));
    }

    private static List<TrainingFigures> figures(List<TrainingContestant> contestants, TrainAndTest rows) {
        return contestants.stream().map(each -> figures(each, rows)).toList();
    }

    private static TrainingFigures figures(TrainingContestant contestant, TrainAndTest rows) {
        return new TrainingFigures(contestant, rows.trainingRows());
    }
}
