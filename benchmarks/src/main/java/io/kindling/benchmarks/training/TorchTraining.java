package io.kindling.benchmarks.training;

import io.kindling.benchmarks.digits.DigitNetwork;
import io.kindling.benchmarks.timing.Stopwatch;
import io.kindling.benchmarks.torch.TorchFolder;
import io.kindling.benchmarks.torch.TorchProcess;
import io.kindling.benchmarks.torch.TorchPython;
import io.kindling.models.Sequential;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** PyTorch's {@code DistributedDataParallel} over gloo: two processes of one thread each, from the same weights. */
final class TorchTraining implements TrainingContestant {
    private static final String SCRIPT = "torch_ddp.py";
    /** Has what the scripts share. */
    private static final String SHARED = "torch_steps.py";

    private final TorchPython python;
    private final TorchFolder folder;
    private final Sequential network;
    private final TrainingSettings settings;
    private final int batchSize;
    private final double target;

    /**
     * A contestant.
     *
     * @param folder as {@link #folder} fills it
     * @param features of a row
     * @param batchSize rows per step and process
     */
    TorchTraining(
            TorchPython python,
            TorchFolder folder,
            int features,
            TrainingSettings settings,
            int batchSize,
            double target) {
        this.python = python;
        this.folder = folder;
        this.network = DigitNetwork.network().withInput(Shape.of(features));
        this.settings = settings;
        this.batchSize = batchSize;
        this.target = target;
    }

    /** A folder with the script and all rows. */
    static TorchFolder folder(TrainAndTest rows) {
        TorchFolder folder = TorchFolder.of(SCRIPT, SHARED);
        write(folder, "training", rows.training());
        write(folder, "test", rows.test());
        return folder;
    }

    private static void write(TorchFolder folder, String name, Dataset<Row> rows) {
        folder.write(name + "_features.bin", each(rows.select("features"), row -> floats(row.<Vector>getAs(0))));
        folder.write(name + "_labels.bin", each(rows.select("label"), row -> new float[] {(float) row.getDouble(0)}));
    }

    private static Iterator<float[]> each(Dataset<Row> rows, Function<Row, float[]> values) {
        Iterable<Row> all = rows::toLocalIterator;
        return StreamSupport.stream(all.spliterator(), false).map(values).iterator();
    }

    private static float[] floats(Vector vector) {
        double[] values = vector.toArray();
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    @Override
    public String name() {
        return "pytorch ddp, processes 2, batch " + batchSize;
    }

    @Override
    public double target() {
        return target;
    }

    @Override
    public TrainingRun run(long seed) {
        folder.write(network, network.plan().initialWeights(seed));
        Stopwatch stopwatch = Stopwatch.started();
        double learningRate = settings.learningRateWithoutSpark();
        try (TorchProcess process =
                TorchProcess.start(python, folder, SCRIPT, batchSize, settings.epochs(), target, learningRate, seed)) {
            double preparation = stopwatch.seconds();
            List<TrainingRun.Measurement> epochs = new ArrayList<>();
            double accuracy = 0;
            while (epochs.size() < settings.epochs() && accuracy < target) {
                double[] answer = Stream.of(process.answer().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                accuracy = answer[1];
                epochs.add(new TrainingRun.Measurement(epochs.size() + 1, answer[0], accuracy));
            }
            return TrainingRun.ofEpochs(preparation, epochs);
        }
    }
}
