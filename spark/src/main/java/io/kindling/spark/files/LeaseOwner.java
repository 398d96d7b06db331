package io.kindling.spark.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.text.Excerpt;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a lease: a process of a machine, and which of its leases.
 *
 * @param host the machine's name
 * @param pid the process
 * @param started when the process started, as numbers of processes are used again
 * @param id tells this lease from all others
 */
record LeaseOwner(String host, long pid, String started, String id) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** This process, with a new lease. */
    static LeaseOwner here() {
        ProcessHandle process = ProcessHandle.current();
        return new LeaseOwner(
                hostName(), process.pid(), started(process), UUID.randomUUID().toString());
    }

    byte[] toBytes() {
        String text = MAPPER.createObjectNode()
                .put("host", host)
                .put("pid", pid)
                .put("started", started)
                .put("id", id)
                .toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty if they are none, as those of a lease that is just being written. */
    static Optional<LeaseOwner> of(byte[] bytes) {
        JsonNode owner;
        try {
            owner = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException unfinished) {
            return Optional.empty();
        }
        if (!owner.isObject() || !owner.path("pid").isIntegralNumber()) {
            return Optional.empty();
        }
        return Optional.of(new LeaseOwner(
                owner.path("host").asText(),
                owner.path("pid").longValue(),
                owner.path("started").asText(),
                owner.path("id").asText()));
    }

    boolean isThisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return host.equals(hostName()) && pid == process.pid() && started.equals(started(process));
    }

    /** Whether this machine knows that the process has ended. */
    boolean isKnownToBeDead() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .filter(process -> started(process).equals(started))
                        .isEmpty();
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + Excerpt.of(host);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "a machine without a name";
        }
    }
}
