package io.kindling.cluster.command;

import io.kindling.cluster.failure.ClusterListener;
import io.kindling.cluster.report.Console;
import io.kindling.cluster.standalone.ClusterException;
import io.kindling.errors.KindlingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** A Spark session for one command: the one that is there, or one that ends with the command. */
public final class SparkRun implements AutoCloseable {
    private static final String HOST_AND_PORT = "([^\\s,:/\\[\\]]+|\\[[^\\s,/\\[\\]]+]):\\d{1,5}";
    private static final Pattern MASTER =
            Pattern.compile("local(\\[(\\*|[1-9]\\d{0,4})(,[1-9]\\d{0,4})?])?|local-cluster\\[.+]|spark://"
                    + HOST_AND_PORT + "(," + HOST_AND_PORT + ")*|k8s://.+|yarn");

    private static final int PATIENCE_SECONDS = 5;
    /** What a standalone master gives programs for a name begins so. */
    private static final String REGISTERED = "app-";

    private final SparkSession session;
    private final boolean own;
    private final ClusterListener listener = new ClusterListener();
    private final ExecutorWatch watch;

    private SparkRun(SparkSession session, boolean own, Console console, Duration limit) {
        this.session = session;
        this.own = own;
        session.sparkContext().addSparkListener(listener);
        this.watch = ExecutorWatch.start(session.sparkContext(), console, limit);
    }

    /**
     * Opens a session for a command without options of Spark's: where spark-submit says, else on this machine.
     *
     * @param localThreads how many of this machine's processors are used then; 0 for all
     * @param console told what is waited for
     */
    public static SparkRun open(int localThreads, Console console) {
        return open(Optional.empty(), localThreads, new SparkSettings(), console);
    }

    /**
     * Opens a session.
     *
     * @param master as an option of the command names it; otherwise what spark-submit says, or else this machine
     * @param localThreads how many of this machine's processors are used then; 0 for all
     * @param console told what is waited for
     */
    static SparkRun open(Optional<String> master, int localThreads, SparkSettings settings, Console console) {
        master.filter(named -> !MASTER.matcher(named).matches()).ifPresent(wrong -> {
            throw new KindlingException(
                    "--master must be local[N], local[*], spark://HOST:PORT, yarn or k8s://…. Received: " + wrong
                            + ".");
        });
        scala.Option<SparkSession> running = SparkSession.getDefaultSession();
        if (running.isDefined() && !running.get().sparkContext().isStopped()) {
            return new SparkRun(running.get(), false, console, settings.connectTimeout());
        }
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "kindling");
        settings.applyTo(conf);
        if (master.isPresent()) {
            conf.setMaster(master.get());
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
        return new SparkRun(session(conf, console), true, console, settings.connectTimeout());
    }

    /** Connects; while a master that listens does not answer, Spark tries for a minute, which is said. */
    private static SparkSession session(SparkConf conf, Console console) {
        String asked = conf.get("spark.master");
        MasterProbe.requireListening(asked);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.schedule(
                    () -> console.err().println("kindling: waiting for " + asked + " to answer (a minute at most)."),
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS);
            SparkSession session = SparkSession.builder().config(conf).getOrCreate();
            if (session.sparkContext().isStopped()) {
                throw unanswered(asked, Optional.empty());
            }
            return session;
        } catch (IllegalStateException | NullPointerException stopped) {
            // What Spark's start ends with where its connection has given up meanwhile.
            throw unanswered(asked, Optional.of(stopped));
        } finally {
            clock.shutdownNow();
        }
    }

    private static ClusterException unanswered(String master, Optional<RuntimeException> cause) {
        return new ClusterException(
                "The master " + master + " listens but does not answer as Spark's does: another program, or another"
                        + " version of Spark (" + org.apache.spark.package$.MODULE$.SPARK_VERSION() + " here) may run"
                        + " there.",
                cause.orElse(null));
    }

    /** The session, until this is closed. */
    public SparkSession session() {
        return session;
    }

    /** What ended the command, if that was a master that never answered, or a cluster without executors. */
    Optional<ClusterException> gaveUp() {
        SparkContext context = session.sparkContext();
        // Spark notices in a thread of its own that nobody has answered.
        boolean unanswered = context.isStopped()
                && context.master().startsWith(MasterProbe.SCHEME)
                && !context.applicationId().startsWith(REGISTERED);
        return unanswered ? Optional.of(unanswered(context.master(), Optional.empty())) : watch.gaveUp();
    }

    /** Adds to a failure what tasks and executors had reported before. */
    void addReportsTo(Throwable failure) {
        listener.addTo(failure);
    }

    @Override
    public void close() {
        watch.close();
        session.sparkContext().removeSparkListener(listener);
        if (own) {
            session.stop();
        }
    }
}
