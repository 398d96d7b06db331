package io.kindling.spark.checkpoint;

import io.kindling.persistence.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What makes one training different from another: everything that the model depends on, by name.
 *
 * @param parts each with its value as text
 */
public record RunIdentity(Map<String, String> parts) {
    private static final int HASH_BYTES = 8;

    public RunIdentity {
        parts = new TreeMap<>(parts);
    }

    /** The names of what differs, or is there in only one of the two. */
    List<String> differences(Map<String, String> other) {
        return Stream.concat(parts.keySet().stream(), other.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(parts.get(name), other.get(name)))
                .sorted()
                .toList();
    }

    /** A short name for this training that no other one has: 16 hexadecimal digits. */
    String hash() {
        MessageDigest digest = Digests.sha256();
        parts.forEach((name, value) -> {
            // Lengths keep parts apart whatever is in them.
            digest.update((name.length() + " " + name + value.length() + " ").getBytes(StandardCharsets.UTF_8));
            digest.update(value.getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }
}
