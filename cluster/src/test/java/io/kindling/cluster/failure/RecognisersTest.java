package io.kindling.cluster.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognisersTest {
    private static final String LOST_TASK = "Job aborted due to stage failure: Task 1 in stage 3.0 failed 4 times,"
            + " most recent failure: Lost task 1.3 in stage 3.0 (TID 17) (10.0.0.5 executor 4): ";
    private static final String FULL_DEVICE = "/dev/full";
    private static final String DRIVER_STACK = "\n\nDriver stacktrace:";

    /** What executors throw reaches the driver as a text. */
    private static String ofTask(String thrown) {
        return sentence(new SparkException(LOST_TASK + thrown + DRIVER_STACK));
    }

    private static String sentence(Throwable failure) {
        return Recognisers.sentence(failure).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang.OutOfMemoryError: Java heap space | spark.executor.memory,",
                "org.apache.spark.memory.SparkOutOfMemoryError: No enough memory for aggregation | spark.executor.memory,",
                "ExecutorLostFailure (executor 4 exited caused by one of the running tasks) Reason: Command exited with code 52 | spark.executor.memory,",
                "ExecutorLostFailure (executor 4 exited caused by one of the running tasks) Reason: Command exited with code 137 | spark.executor.memoryOverhead,",
                "ExecutorLostFailure (executor 4 exited caused by one of the running tasks) Reason: Container killed by YARN for exceeding physical memory limits. 4.5 GB of 4.5 GB physical memory used. Consider boosting spark.executor.memoryOverhead. | spark.executor.memoryOverhead,",
                "ExecutorLostFailure (executor 4 exited caused by one of the running tasks) Reason: The executor with id 4 exited with exit code 137(SIGKILL, possible container OOM). | spark.executor.memoryOverhead,",
                "java.lang.OutOfMemoryError: Physical memory usage is too high: physicalBytes (2059M) > maxPhysicalBytes (2048M) | spark.executor.memory, twice",
                "java.io.IOException: No space left on device\\n\\tat org.apache.spark.storage.DiskStore.put(DiskStore.scala:78) | spark.local.dir",
                "java.lang.ClassNotFoundException: io.kindling.spark.data.RowConverter | io.kindling.spark.data.RowConverter",
                "java.lang.ClassNotFoundException: io.kindling.spark.data.RowConverter | --jars",
                "java.lang.ClassCastException: cannot assign instance of java.lang.invoke.SerializedLambda to field org.apache.spark.rdd.MapPartitionsRDD.f of type scala.Function3 | --jars",
                "java.io.InvalidClassException: io.kindling.data.DenseBlock; local class incompatible: stream classdesc serialVersionUID = 1, local class serialVersionUID = 2 | another version of the jar",
                "java.lang.UnsatisfiedLinkError: no jniopenblas_nolapack in java.library.path | -Dnative.platform=",
                "java.lang.NoClassDefFoundError: Could not initialize class org.nd4j.linalg.factory.Nd4j | -Dnative.platform=",
            })
    void onAnExecutor(String thrown, String said) {
        assertThat(ofTask(thrown.replace("\\n", "\n").replace("\\t", "\t")))
                .contains("executor 4 on 10.0.0.5", said)
                .doesNotContain("KINDLING_JAVA_OPTS")
                .hasLineCount(1);
    }

    @Test
    void heapOfTheDriver() {
        assertThat(sentence(new RuntimeException(new OutOfMemoryError("Java heap space"))))
                .contains(
                        "a heap of " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB",
                        "KINDLING_JAVA_OPTS=-Xmx",
                        "--driver-memory");
    }

    /** Tasks in local mode name an executor too: it is this process. */
    @Test
    void heapOfLocalMode() {
        assertThat(sentence(new SparkException(LOST_TASK.replace("10.0.0.5 executor 4", "localhost executor driver")
                        + "java.lang.OutOfMemoryError: Java heap space" + DRIVER_STACK)))
                .contains("KINDLING_JAVA_OPTS");
    }

    @Test
    void nativeMemoryOfTheDriver() {
        assertThat(sentence(new OutOfMemoryError(
                        "Physical memory usage is too high: physicalBytes (2059M) > maxPhysicalBytes (2048M)")))
                .contains("beyond the heap", "KINDLING_JAVA_OPTS");
    }

    @Test
    void executorsTooSmallForSpark() {
        assertThat(sentence(new IllegalArgumentException("[INVALID_EXECUTOR_MEMORY] Executor memory 419430400 must be"
                        + " at least 471859200. Please increase executor memory using the --executor-memory option")))
                .isEqualTo("spark.executor.memory must be at least 450 MB for Spark to accept it, and it is 400 MB.");
    }

    @Test
    void largeResults() {
        assertThat(sentence(new SparkException("Job aborted due to stage failure: Total size of serialized results of 4"
                        + " tasks (2.4 MiB) is bigger than spark.driver.maxResultSize (1024.0 KiB)")))
                .isEqualTo("The workers send the driver 2.4 MiB at a time, and it takes 1024.0 KiB:"
                        + " raise spark.driver.maxResultSize.");
    }

    @Test
    void otherPlatform() {
        assertThat(ofTask("java.lang.IllegalStateException: The native libraries of ND4J cannot be loaded on Linux"
                        + " aarch64. Build with -Dnative.platform set to the platform of the machines that train.\n"
                        + "Caused by: java.lang.UnsatisfiedLinkError: no jnind4jcpu in java.library.path"))
                .contains(
                        "executor 4 on 10.0.0.5 runs on Linux aarch64,",
                        "no jnind4jcpu",
                        "-Dnative.platform=linux-arm64.");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux amd64, linux-x86_64",
        "Linux aarch64, linux-arm64",
        "Mac OS X x86_64, macosx-x86_64",
        "Windows 11 amd64, windows-x86_64"
    })
    void platforms(String system, String platform) {
        assertThat(NativeLibrary.platform(system)).isEqualTo(platform);
    }

    /** Hadoop throws an error, not an exception, where the local disk is full. */
    @Test
    void fullDisk() {
        assumeTrue(new File(FULL_DEVICE).exists(), "needs a device that is always full");
        Throwable refused = catchThrowable(() -> {
            try (RawLocalFileSystem files = new RawLocalFileSystem()) {
                files.initialize(URI.create("file:///"), new Configuration());
                try (OutputStream out = files.create(new Path(FULL_DEVICE))) {
                    out.write(new byte[1]);
                }
            }
        });
        assertThat(refused).isInstanceOf(Error.class);
        assertThat(sentence(refused)).contains("disk", "full", "--out");
    }

    @Test
    void fullDiskOfCheckpoints() {
        IOException full = new IOException("No space left on device");
        full.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("io.kindling.spark.checkpoint.CheckpointDirectory", "roundFinished", "", 1)
        });
        assertThat(sentence(full)).contains("--checkpoint-dir");
    }

    @Test
    void otherFailuresOfATask() {
        assertThat(ofTask("java.lang.RuntimeException: outer\n\tat x.Y.z(Y.java:1)\n"
                        + "Caused by: java.net.UnknownHostException: store.example\n\t... 3 more"))
                .isEqualTo(
                        "A task failed 4 times, as often as spark.task.maxFailures allows, the last time in executor 4"
                                + " on 10.0.0.5: java.net.UnknownHostException: store.example (--verbose shows where)");
        assertThat(ofTask("java.lang.ArithmeticException: / by zero"))
                .contains(": java.lang.ArithmeticException: / by zero (");
    }

    /** The last word is that shuffled data is gone; why is what tasks had said before. */
    @Test
    void theReasonOfALoss() {
        SparkException gone = new SparkException("Job aborted due to stage failure: ShuffleMapStage 7"
                + " (mapPartitionsWithIndex at Averaging.java:59) has failed the maximum allowable number of times: 4."
                + " Most recent failure reason:\norg.apache.spark.shuffle.FetchFailedException\n\tat x.Y.z(Y.java:1)\n"
                + "Caused by: java.nio.file.NoSuchFileException: shuffle_0_52_0.index" + DRIVER_STACK);
        gone.addSuppressed(new ClusterReport(List.of(
                "(10.0.0.6 executor 2): java.lang.OutOfMemoryError: Java heap space",
                "executor 2 removed: Command exited with code 52")));
        assertThat(sentence(gone)).contains("The heap of executor 2 on 10.0.0.6", "spark.executor.memory");
    }

    /** What was recovered from is not why a job failed. */
    @Test
    void whatWasOvercomeBefore() {
        SparkException failed =
                new SparkException(LOST_TASK + "java.lang.ArithmeticException: / by zero" + DRIVER_STACK);
        failed.addSuppressed(
                new ClusterReport(List.of("(10.0.0.6 executor 2): java.lang.OutOfMemoryError: Java heap space")));
        assertThat(sentence(failed)).contains("/ by zero").doesNotContain("memory");
    }

    @Test
    void nothingIsSaidOfOtherFailures() {
        assertThat(Recognisers.sentence(new IllegalStateException("odd"))).isEmpty();
    }
}
