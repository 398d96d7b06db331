package io.kindling.data;

import java.util.List;

/** Where a worker's examples come from, a window of consecutive ones at a time. */
@FunctionalInterface
public interface WindowSource {

    /** The blocks of a window, in order. */
    List<? extends ExampleBlock> load(int window);
}
