package io.kindling.cluster.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What a master or worker says of itself in JSON. */
final class WebPage {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    static String url(int port) {
        return "http://" + Daemon.HOST + ":" + port;
    }

    /** Nothing if no answer comes. */
    Optional<JsonNode> ask(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(port) + "/json/"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? Optional.of(MAPPER.readTree(answer.body())) : Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** How many workers a master counts as alive; 0 if it does not answer. */
    int aliveWorkers(int masterPort) throws InterruptedException {
        return ask(masterPort).map(page -> page.path("aliveworkers").asInt()).orElse(0);
    }
}
