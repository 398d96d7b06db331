package io.kindling.cluster.integration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Says when tasks start, with what Spark's page says of their job, and when they end otherwise than well. */
final class TaskNews extends SparkListener {
    static final String STARTED = "task started: ";
    static final String LOST = "task lost: ";

    private final Map<Integer, String> descriptions = new ConcurrentHashMap<>();

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        descriptions.put(
                submitted.stageInfo().stageId(), submitted.properties().getProperty("spark.job.description", ""));
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        System.out.println(STARTED + descriptions.get(start.stageId()));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.reason() != Success$.MODULE$) {
            System.out.println(LOST + end.reason().getClass().getSimpleName());
        }
    }
}
