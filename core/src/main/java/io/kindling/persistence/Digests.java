package io.kindling.persistence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Checksums every Java platform has. */
public final class Digests {

    private Digests() {}

    /** A SHA-256 that has seen nothing yet. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
