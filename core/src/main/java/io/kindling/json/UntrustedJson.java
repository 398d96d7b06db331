package io.kindling.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON value from a text that anybody may have written: how deep it is and how many parts it has is known before
 * anything is kept of it, no field stands twice in an object, and nothing follows it.
 */
public final class UntrustedJson {
    /** How deep objects and lists may lie in each other; networks with layers in layers need about ten. */
    private static final int DEEPEST = 64;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 1 << 25;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    // Messages would quote the text.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private UntrustedJson() {}

    /**
     * Reads a text; an empty one is a missing node.
     *
     * @param mostTokens how many names, values, brackets and braces it may have
     * @throws KindlingException if it is no JSON or too much of it; the message is a predicate, to be put after
     *     the name of what was read: {@code is not valid JSON: …}
     */
    public static JsonNode read(String text, int mostTokens) {
        try {
            requireFew(text, mostTokens);
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new KindlingException("is not valid JSON: " + Excerpt.of(broken.getOriginalMessage()), broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("A text can always be read.", impossible);
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @throws KindlingException as {@link #read(String, int)}, or if the bytes are no text
     */
    public static JsonNode read(byte[] text, int mostTokens) {
        return read(text(text), mostTokens);
    }

    /**
     * Bytes as text in UTF-8.
     *
     * @throws KindlingException if they are none
     */
    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new KindlingException("is not text in UTF-8.", broken);
        }
    }

    private static void requireFew(String text, int most) throws IOException {
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (int tokens = 0; parser.nextToken() != null; tokens++) {
                if (tokens == most) {
                    throw new KindlingException("has more than " + most + " names and values.");
                }
            }
        }
    }
}
