package io.kindling.cluster.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;

/** Starts Spark's own master and workers as processes that go on when this one ends. */
final class Daemon {
    static final String HOST = "127.0.0.1";

    private static final String MASTER = "org.apache.spark.deploy.master.Master";
    private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
    /** They have little to do: a small heap, and the compiler that is quick, so that they start sooner. */
    private static final List<String> LIGHT = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    /** A port that is taken meanwhile ends the process, instead of moving it to another port. */
    private static final String NO_OTHER_PORT = "-Dspark.port.maxRetries=0";
    /** Files of programs that have ended are deleted after an hour. */
    private static final List<String> CLEANUP =
            List.of("-Dspark.worker.cleanup.interval=600", "-Dspark.worker.cleanup.appDataTtl=3600");

    private final ClusterDirectory directory;

    Daemon(ClusterDirectory directory) {
        this.directory = directory;
    }

    Process master(String name, int port, int webPort) throws IOException {
        return start(name, List.of(), MASTER, List.of("--port", text(port), "--webui-port", text(webPort)));
    }

    Process worker(String name, int port, int webPort, String masterUrl, ClusterSize size) throws IOException {
        Path work = Files.createDirectories(directory.work(name));
        return start(
                name,
                CLEANUP,
                WORKER,
                List.of(
                        "--port",
                        text(port),
                        "--webui-port",
                        text(webPort),
                        "--cores",
                        text(size.cores()),
                        "--memory",
                        size.memory(),
                        "--work-dir",
                        work.toString(),
                        masterUrl));
    }

    private Process start(String name, List<String> options, String mainClass, List<String> arguments)
            throws IOException {
        Path home = directory.sparkHome();
        Path log = directory.log(name);
        Files.createDirectories(log.getParent());
        List<String> command = new ArrayList<>();
        // Closing the terminal ends nothing.
        command.add("nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LIGHT);
        command.add(NO_OTHER_PORT);
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+")));
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("jars") + File.separator + "*", mainClass, "--host", HOST));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(variable -> variable.startsWith("SPARK_"));
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.12");
        environment.put("SPARK_LOCAL_IP", HOST);
        environment.put(
                "SPARK_LOCAL_DIRS", Files.createDirectories(directory.scratch()).toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
