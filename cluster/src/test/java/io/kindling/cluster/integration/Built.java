package io.kindling.cluster.integration;

import io.kindling.cluster.Main;
import io.kindling.cluster.testing.ShortRun;
import io.kindling.registry.Extension;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/** What the build has made: the command, the jar that programs ship, and a user's program of its own. */
public final class Built {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    private static final List<String> SMALL = List.of("-Xmx1g", "-XX:+UseSerialGC", ShortRun.QUICK_COMPILER);

    static final List<String> SHORT_RUN = shortRun();

    static final String SHORT_RUN_OF_EXECUTORS = "spark.executor.extraJavaOptions=" + ShortRun.QUICK_COMPILER;

    private Built() {}

    private static List<String> shortRun() {
        List<String> options = new ArrayList<>(SMALL);
        options.addAll(SharedClasses.options(deployableJar(), commandClassPath(), java(SMALL)));
        return List.copyOf(options);
    }

    /** A command line of {@code bin/kindling}. */
    public static List<String> kindling(List<?> arguments) {
        return script("kindling", arguments);
    }

    /** A command line of a script in {@code bin}. */
    public static List<String> script(String name, List<?> arguments) {
        List<String> command = new ArrayList<>();
        command.add(MODULE.resolveSibling("bin").resolve(name).toString());
        arguments.forEach(argument -> command.add(argument.toString()));
        return command;
    }

    /**
     * A command line that submits a program: Spark has its own jars, the program brings Kindling's.
     *
     * @param settings Spark's, each {@code name=value}
     */
    static List<String> submit(
            String master, Class<?> program, Path directory, List<?> arguments, List<String> settings)
            throws IOException {
        List<String> command = java();
        command.addAll(List.of(
                "-cp",
                sparkJars(),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--conf",
                SHORT_RUN_OF_EXECUTORS));
        settings.forEach(setting -> command.addAll(List.of("--conf", setting)));
        command.addAll(List.of(
                "--class",
                program.getName(),
                "--jars",
                deployableJar().toString(),
                programJar(directory).toString()));
        arguments.forEach(argument -> command.add(argument.toString()));
        return command;
    }

    /** A command line of the command without its script, and without anything that submits it. */
    static List<String> plainJava(List<String> arguments) throws IOException {
        List<String> command = java();
        command.addAll(List.of("-cp", commandClassPath(), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }

    /** A command that heeds all signals, also where this build was started so that it ignores some, as by nohup. */
    static List<String> heedingSignals(List<String> command) {
        List<String> heeding = new ArrayList<>(List.of("env", "--default-signal=INT,HUP,TERM"));
        heeding.addAll(command);
        return heeding;
    }

    /**
     * A command line of {@code spark-submit} on this machine, without anything of Kindling's.
     *
     * @param arguments what follows the settings that all have
     */
    public static List<String> sparkSubmit(List<String> arguments) throws IOException {
        List<String> command = java();
        command.addAll(List.of("-cp", sparkJars(), "org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        command.addAll(arguments);
        return command;
    }

    private static List<String> java() {
        return java(SHORT_RUN);
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+")));
        return command;
    }

    /** As {@code bin/kindling} has it. */
    private static String commandClassPath() {
        return deployableJar() + File.pathSeparator + sparkJars();
    }

    private static String sparkJars() {
        try {
            return Files.readString(MODULE.resolveSibling("cluster/target/spark.classpath"))
                    .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path deployableJar() {
        return allJar("cluster");
    }

    /** What a job ships beside the deployable jar to have the engine dl4j. */
    public static Path engineJar() {
        return allJar("dl4j");
    }

    private static Path allJar(String module) {
        try (Stream<Path> files = Files.list(MODULE.resolveSibling(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-all.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The classes of this package in a jar, as a user ships a program, and what names its extension. */
    private static Path programJar(Path directory) throws IOException {
        Path jar = directory.resolve("program.jar");
        Path root = MODULE.resolveSibling("cluster/target/test-classes");
        String folder = Built.class.getPackageName().replace('.', '/') + "/";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> classes = Files.list(root.resolve(folder))) {
            for (Path path :
                    classes.filter(path -> path.toString().endsWith(".class")).toList()) {
                add(path, folder + path.getFileName(), out);
            }
            String extensions = "META-INF/services/" + Extension.class.getName();
            add(root.resolve(extensions), extensions, out);
        }
        return jar;
    }

    /** A class of this module's tests in a jar by itself. */
    public static Path jarOf(Class<?> program, Path directory) throws IOException {
        Path jar = directory.resolve(program.getSimpleName() + ".jar");
        String name = program.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            add(MODULE.resolve("target/test-classes").resolve(name), name, out);
        }
        return jar;
    }

    private static void add(Path file, String name, JarOutputStream out) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }
}
