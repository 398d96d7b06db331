package io.kindling.dl4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.spark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.broadcast.Broadcast;
import org.junit.jupiter.api.Test;

/** What was broadcast through a round's context is destroyed with it; the session it belongs to goes on. */
class RoundContextTest {

    @Test
    void destroysItsBroadcastsOnly() {
        Broadcast<String> others = LocalSpark.context().broadcast("others");
        RoundContext context = new RoundContext(LocalSpark.context());
        Broadcast<String> own = context.broadcast("own");
        assertThat(own.value()).isEqualTo("own");
        context.destroyBroadcasts();
        assertThatThrownBy(own::value).isInstanceOf(SparkException.class).hasMessageContaining("destroyed");
        assertThat(others.value()).isEqualTo("others");
        assertThat(LocalSpark.context().parallelize(List.of(1, 2)).count()).isEqualTo(2);
        others.destroy();
    }
}
