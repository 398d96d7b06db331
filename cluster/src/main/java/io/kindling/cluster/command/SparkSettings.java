package io.kindling.cluster.command;

import io.kindling.errors.KindlingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import picocli.CommandLine.Option;

/** Settings of Spark's that a command is given. */
final class SparkSettings {
    private static final String PREFIX = "spark.";

    /** They are for the JVM that runs already. */
    private static final Set<String> TOO_LATE =
            Set.of("spark.driver.memory", "spark.driver.extraJavaOptions", "spark.driver.extraClassPath");

    @Option(
            names = "--conf",
            paramLabel = "NAME=VALUE",
            order = SparkCommand.LAST,
            description = "A setting of Spark's, such as spark.executor.memory=4g; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--connect-timeout",
            paramLabel = "SECONDS",
            order = SparkCommand.LAST,
            description = "How long the work waits while the cluster has no executor for it; 120 by default.")
    private int connectTimeout = 120;

    Duration connectTimeout() {
        return Duration.ofSeconds(connectTimeout);
    }

    /** Refuses what Spark would ignore. */
    void requireValid() {
        Numbers.atLeastOne("--connect-timeout", connectTimeout);
        settings.keySet().forEach(name -> {
            if (!name.startsWith(PREFIX)) {
                throw new KindlingException(
                        "--conf needs a setting of Spark's, whose name begins with spark. Received: " + name + ".");
            }
            if (TOO_LATE.contains(name)) {
                throw new KindlingException("--conf cannot set " + name
                        + ", as the driver runs by then. KINDLING_JAVA_OPTS=-Xmx8g sets its memory, or"
                        + " KINDLING_SUBMIT_OPTS=\"--driver-memory 8g\" where SPARK_HOME is set.");
            }
        });
    }

    void applyTo(SparkConf conf) {
        settings.forEach(conf::set);
    }
}
