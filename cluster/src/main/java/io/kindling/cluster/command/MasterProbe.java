package io.kindling.cluster.command;

import io.kindling.cluster.standalone.ClusterException;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks whether anybody listens at the address of a standalone master, before Spark does: it would try for a minute without a
 * word.
 */
final class MasterProbe {
    /** How the address of a standalone master begins. */
    static final String SCHEME = "spark://";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private MasterProbe() {}

    /**
     * Looks for a listener at one of the addresses.
     *
     * @param master {@code spark://HOST:PORT}, or several hosts and ports with commas between them; any other master is not
     *     looked for
     * @throws ClusterException if there is none
     */
    static void requireListening(String master) {
        if (!master.startsWith(SCHEME)) {
            return;
        }
        List<String> refusals = new ArrayList<>();
        for (String address : master.substring(SCHEME.length()).split(",")) {
            int colon = address.lastIndexOf(':');
            String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
            int port = Integer.parseInt(address.substring(colon + 1));
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), (int) LIMIT.toMillis());
                return;
            } catch (UnknownHostException unknown) {
                refusals.add("no machine is known as " + Excerpt.of(host));
            } catch (IOException | IllegalArgumentException refused) {
                refusals.add(Excerpt.of(refused.getMessage()));
            }
        }
        throw new ClusterException("The master " + Excerpt.of(master) + " does not answer: " + refusals.get(0)
                + ". Start it, or name another one with --master.");
    }
}
