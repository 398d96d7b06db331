package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/networks.md shows of JSON can be read. */
class NetworkPageTest {
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void networksOnThePageAreRead() throws IOException {
        List<Network> networks = BLOCK.matcher(Files.readString(Path.of("..", "docs", "networks.md")))
                .results()
                .map(NetworkPageTest::read)
                .toList();
        assertThat(networks).hasSize(2);
        assertThat(networks.get(0).withInput(Shape.of(20)).plan().output()).isEqualTo(Shape.of(10));
        assertThat(networks.get(1).plan().output()).isEqualTo(Shape.of(7));
    }

    private static Network read(MatchResult block) {
        return Network.fromJson(block.group(1));
    }
}
