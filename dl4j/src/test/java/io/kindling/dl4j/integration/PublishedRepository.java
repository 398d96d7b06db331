package io.kindling.dl4j.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build would publish, as a Maven repository in a directory. */
final class PublishedRepository {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final String GROUP = "io.kindling";

    /** The build says which. */
    static final String VERSION = System.getProperty("kindling.version");

    private final Path directory;

    PublishedRepository(Path directory) {
        this.directory = directory;
    }

    /** Adds an artifact of this build: its flattened POM and, unless it is but a POM, its jar. */
    void add(String module, String artifact) throws IOException {
        Path target = ROOT.resolve(module).resolve("target");
        Path place =
                directory.resolve(GROUP.replace('.', '/')).resolve(artifact).resolve(VERSION);
        Files.createDirectories(place);
        String name = artifact + "-" + VERSION;
        Files.copy(target.resolve("published/pom.xml"), place.resolve(name + ".pom"));
        Path jar = target.resolve(name + ".jar");
        if (Files.exists(jar)) {
            Files.copy(jar, place.resolve(name + ".jar"));
        }
    }

    /** Settings of Ivy that look nowhere but here and where Maven keeps what others have published. */
    Path ivySettings(Path file, String mavenRepository) throws IOException {
        return Files.writeString(
                file, """
                <ivysettings>
                  <settings defaultResolver="both"/>
                  <resolvers>
                    <chain name="both">
                      <ibiblio name="published" m2compatible="true" root="%s"/>
                      <ibiblio name="others" m2compatible="true" root="%s"/>
                    </chain>
                  </resolvers>
                </ivysettings>
                """.formatted(directory.toUri(), Path.of(mavenRepository).toUri()));
    }
}
