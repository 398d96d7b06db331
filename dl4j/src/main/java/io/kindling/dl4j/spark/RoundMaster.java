package io.kindling.dl4j.spark;

import org.apache.spark.api.java.JavaRDDLike;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;

/** DL4J's training master for one round, whose mini-batches lie in one partition for each worker and stay there. */
final class RoundMaster extends ParameterAveragingTrainingMaster {
    private final int mostBatches;

    /**
     * A master.
     *
     * @param batches mini-batches per worker, at most
     * @param firstIteration how many each worker has had before
     */
    RoundMaster(int workers, int batchSize, int batches, int firstIteration) {
        super(new Builder(workers, batchSize)
                .batchSizePerWorker(batchSize)
                .averagingFrequency(batches)
                .saveUpdater(true)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .repartionData(Repartition.Never)
                .storageLevel(null)
                .trainingHooks(new IterationCount(firstIteration)));
        this.mostBatches = Math.multiplyExact(workers, batches);
    }

    /** Known, so that no job has to count them. */
    @Override
    protected <T, R extends JavaRDDLike<T, R>> long getTotalDataSetObjectCount(JavaRDDLike<T, R> miniBatches) {
        return mostBatches;
    }
}
