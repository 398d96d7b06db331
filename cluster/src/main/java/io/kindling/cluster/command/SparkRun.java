package io.kindling.cluster.command;

import io.kindling.cluster.failure.ClusterListener;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** A Spark session for one command: the one that is there, or one that ends with the command. */
final class SparkRun implements AutoCloseable {
    private static final String HOST_AND_PORT = "([^\\s,:/\\[\\]]+|\\[[^\\s,/\\[\\]]+]):\\d{1,5}";
    private static final Pattern MASTER =
            Pattern.compile("local(\\[(\\*|[1-9]\\d{0,4})(,[1-9]\\d{0,4})?])?|local-cluster\\[.+]|spark://"
                    + HOST_AND_PORT + "(," + HOST_AND_PORT + ")*|k8s://.+|yarn");

    private final SparkSession session;
    private final boolean own;
    private final ClusterListener listener = new ClusterListener();

    private SparkRun(SparkSession session, boolean own) {
        this.session = session;
        this.own = own;
        session.sparkContext().addSparkListener(listener);
    }

    /**
     * Opens a session.
     *
     * @param master null for what spark-submit says, else this machine
     * @param localThreads how many of this machine's processors are used then; 0 for all
     */
    static SparkRun open(String master, int localThreads, SparkSettings settings) {
        if (master != null && !MASTER.matcher(master).matches()) {
            throw new IllegalArgumentException(
                    "--master must be local[N], local[*], spark://HOST:PORT, yarn or k8s://…. Received: " + master
                            + ".");
        }
        Option<SparkSession> running = SparkSession.getDefaultSession();
        if (running.isDefined() && !running.get().sparkContext().isStopped()) {
            return new SparkRun(running.get(), false);
        }
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "kindling");
        settings.applyTo(conf);
        if (master != null) {
            conf.setMaster(master);
        } else {
            int processors = Runtime.getRuntime().availableProcessors();
            int threads = localThreads == 0 ? processors : Math.min(localThreads, processors);
            conf.setIfMissing("spark.master", "local[" + threads + "]");
        }
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.ui.enabled", "false");
            // A task without memory would end this process before it could say so.
            conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
        }
        // What rounds send are weights: they do not compress, and results of over a megabyte would be fetched
        // separately.
        conf.setIfMissing("spark.broadcast.compress", "false");
        conf.setIfMissing("spark.task.maxDirectResultSize", "8m");
        // Columns 'a' and 'A' are two.
        conf.setIfMissing("spark.sql.caseSensitive", "true");
        return new SparkRun(SparkSession.builder().config(conf).getOrCreate(), true);
    }

    SparkSession session() {
        return session;
    }

    /** Adds to a failure what tasks and executors had reported before. */
    void addReportsTo(Throwable failure) {
        listener.addTo(failure);
    }

    @Override
    public void close() {
        session.sparkContext().removeSparkListener(listener);
        if (own) {
            session.stop();
        }
    }
}
