package io.kindling.cluster.failure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The jar has no native libraries for the machine. */
final class NativeLibrary implements Recogniser {
    private static final Pattern LINKAGE = Pattern.compile(
            "cannot be loaded on (\\S.*?) (\\S+)\\. Build with"
                    + "|UnsatisfiedLinkError|no jni\\w+ in java\\.library\\.path|Could not find jni\\w+"
                    + "|NoClassDefFoundError: (Could not initialize class )?org[./](nd4j|bytedeco)|NoAvailableBackendException");

    private static final Pattern REASON = Pattern.compile("UnsatisfiedLinkError: ([^\\n]+)");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        return evidence.find(LINKAGE).map(found -> {
            String system = system(evidence, found);
            String reason = evidence.find(REASON)
                    .map(line -> " (" + line.group(1).strip() + ")")
                    .orElse("");
            return evidence.place() + " runs on " + system + ", for which the jar has no native libraries" + reason
                    + ": build it with -Dnative.platform=" + platform(system) + ".";
        });
    }

    /** The system of the machine itself where it says so; this one's is the best guess where it does not. */
    private static String system(Evidence evidence, MatchResult found) {
        if (found.group(1) != null) {
            return found.group(1) + " " + found.group(2);
        }
        String here = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return evidence.executor().isPresent() ? "a system that may not be the driver's, " + here : here;
    }

    /** What the build calls a system. */
    static String platform(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        String processor = name.endsWith("aarch64") || name.endsWith("arm64") ? "arm64" : "x86_64";
        String family = name.startsWith("mac") ? "macosx" : name.startsWith("windows") ? "windows" : "linux";
        return family + "-" + processor;
    }
}
