package io.kindling.dl4j.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** The context as DL4J sees it in one round: it remembers what is broadcast, which DL4J would never destroy. */
final class RoundContext extends JavaSparkContext {
    private final List<Broadcast<?>> broadcasts = new ArrayList<>();

    RoundContext(JavaSparkContext context) {
        super(context.sc());
    }

    @Override
    public <T> Broadcast<T> broadcast(T value) {
        Broadcast<T> broadcast = super.broadcast(value);
        broadcasts.add(broadcast);
        return broadcast;
    }

    void destroyBroadcasts() {
        broadcasts.forEach(broadcast -> broadcast.destroy(false));
    }
}
