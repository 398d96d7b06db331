package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.runtime.AbstractFunction1;

/** A training that is cancelled in the middle of a round leaves nothing behind. */
class CancellationTest {

    /** What a user who presses "kill" in Spark's UI, or a cancelled job group, does. */
    private static final class CancelsSecondRound extends SparkListener {
        private final SparkContext context;
        private final AtomicInteger rounds = new AtomicInteger();

        CancelsSecondRound(SparkContext context) {
            this.context = context;
        }

        @Override
        public void onJobStart(SparkListenerJobStart job) {
            String description = job.properties().getProperty(AveragingRun.DESCRIPTION);
            if (description != null && description.startsWith("epoch") && rounds.incrementAndGet() == 2) {
                context.cancelJob(job.jobId());
            }
        }
    }

    @Test
    @Timeout(60)
    void leavesNoCachedRowsAndNoBroadcasts() {
        SparkContext context = LocalSpark.context().sc();
        int cachedBefore = context.getPersistentRDDs().size();
        CancelsSecondRound canceller = new CancelsSecondRound(context);
        context.addSparkListener(canceller);
        try {
            // So large that a round takes longer than the news of its start.
            NeuralNetworkClassifier classifier = new NeuralNetworkClassifier()
                    .setHiddenLayers(new int[] {700, 700})
                    .setNumWorkers(2)
                    .setBatchSize(64)
                    .setAveragingFrequency(40)
                    .setEpochs(100);
            assertThatThrownBy(() -> classifier.fit(LocalSpark.moons(6000, 2)))
                    .isInstanceOf(SparkException.class)
                    .hasMessageContaining("cancelled");
        } finally {
            context.removeSparkListener(canceller);
        }
        assertThat(context.getPersistentRDDs().size()).isEqualTo(cachedBefore);
        // Broadcasts are removed behind the caller's back; the test's time limit ends this.
        while (largestBroadcast() > 1 << 20) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            Thread.onSpinWait();
        }
        assertThat(canceller.rounds).hasValue(2);
    }

    /** Bytes of the largest broadcast there is: those of tasks are small, a state is not. */
    private static long largestBroadcast() {
        BlockManager blocks = SparkEnv.get().blockManager();
        var broadcasts = blocks.getMatchingBlockIds(new AbstractFunction1<BlockId, Object>() {
            @Override
            public Object apply(BlockId block) {
                return block.isBroadcast();
            }
        });
        return scala.collection.JavaConverters.seqAsJavaList(broadcasts).stream()
                .map(block -> blocks.getStatus(block))
                .filter(status -> status.isDefined())
                .mapToLong(status -> status.get().memSize() + status.get().diskSize())
                .max()
                .orElse(0);
    }
}
