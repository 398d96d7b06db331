package io.kindling.dl4j.spark;

import io.kindling.dl4j.Dl4jNetwork;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.linalg.NativeRuntime;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.data.DealtRows;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.training.AveragingFrequency;
import io.kindling.spark.training.DistributedTrainer;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.RoundSize;
import io.kindling.spark.training.TrainingDivergedException;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingSpec;
import io.kindling.spark.training.TrainingStart;
import io.kindling.spark.training.WorkerCount;
import io.kindling.spark.training.WorkerWindows;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Training by Deeplearning4j's {@code ParameterAveragingTrainingMaster}, which is given the mini-batches of one round at
 * a time: the same that {@link io.kindling.spark.training.ParameterAveragingTrainer} would make.
 *
 * <p>Left to cut a data set into rounds by itself, it drops the mini-batches that do not fill one.
 */
final class Dl4jTrainer implements DistributedTrainer {
    /** Where Spark keeps what its UI says of a job. */
    private static final String DESCRIPTION = "spark.job.description";

    private final JavaSparkContext context;
    private final int workers;
    private final AveragingFrequency averagingFrequency;

    Dl4jTrainer(JavaSparkContext context, int workers, AveragingFrequency averagingFrequency) {
        this.context = context;
        this.workers = workers;
        this.averagingFrequency = averagingFrequency;
    }

    @Override
    public TrainedNetwork train(Network network, Training training, TrainingData data, TrainingListener listener) {
        NativeRuntime.initialize();
        NetworkPlan plan = network.plan();
        Dl4jNetwork translated = Dl4jNetwork.of(plan, training);
        int used = WorkerCount.of(workers, data.rows(), listener);
        DealtRows rows = data.dealTo(used);
        Run run = new Run(network, training, rows, listener, translated);
        listener.started(new TrainingStart(data.rows(), used, plan.trainableCount(), training.epochs(), run.rounds));
        String outerDescription = context.getLocalProperty(DESCRIPTION);
        try {
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                run.runEpoch(epoch);
            }
        } finally {
            context.setLocalProperty(DESCRIPTION, outerDescription);
        }
        return new TrainedNetwork(network, translated.weightsFrom(run.trained));
    }

    /** One training from the first round to the last. */
    private final class Run {
        private final Training training;
        private final TrainingSpec spec;
        private final DealtRows rows;
        private final TrainingListener listener;
        private final ComputationGraph trained;
        private final RoundSize size;
        private final int rounds;
        private long rowsSeen;

        Run(Network network, Training training, DealtRows rows, TrainingListener listener, Dl4jNetwork translated) {
            this.spec = new TrainingSpec(network, training);
            this.training = training;
            this.rows = rows;
            this.listener = listener;
            this.trained = translated.start(network.plan().initialWeights(training.seed()));
            this.size = RoundSize.of(rows.deal(), training.batchSize(), averagingFrequency);
            this.rounds = size.perEpoch();
        }

        void runEpoch(int epoch) {
            RowLosses losses = new RowLosses(context);
            for (int round = 0; round < rounds; round++) {
                int first = round * size.batches();
                runRound(epoch, first, Math.min(size.batches(), size.inEpoch() - first), losses);
                RoundProgress progress = new RoundProgress(
                        epoch + 1, training.epochs(), round + 1, rounds, losses.mean(), rowsSeen + losses.rows());
                requireFinite(progress);
                context.setLocalProperty(DESCRIPTION, progress.toString());
                listener.roundFinished(progress);
            }
            rowsSeen += losses.rows();
        }

        /** Mini-batches are drawn from a share by the worker, each when it is needed. */
        private void runRound(int epoch, int firstBatch, int count, RowLosses losses) {
            WorkerWindows windows = WorkerWindows.of(rows, training, epoch, firstBatch, count);
            MiniBatches miniBatches = new MiniBatches(spec, rows, epoch, firstBatch, count);
            JavaRDD<MultiDataSet> dataSets = windows.toJavaRDD().mapPartitionsWithIndex(miniBatches, true);
            RoundContext roundContext = new RoundContext(context);
            try {
                RoundMaster master = new RoundMaster(rows.deal().workers(), training.batchSize(), count, iterations());
                SparkComputationGraph spark = new SparkComputationGraph(roundContext, trained, master);
                spark.setListeners(losses);
                spark.fitMultiDataSet(dataSets);
            } finally {
                roundContext.destroyBroadcasts();
            }
        }

        private int iterations() {
            return trained.getConfiguration().getIterationCount();
        }

        private void requireFinite(RoundProgress progress) {
            if (!Double.isFinite(progress.loss())) {
                throw TrainingDivergedException.at(
                        progress,
                        "The loss became " + progress.loss(),
                        training.optimizer()
                                .learningRateAt(trained.getConfiguration().getIterationCount()),
                        Optional.empty());
            }
        }
    }
}
