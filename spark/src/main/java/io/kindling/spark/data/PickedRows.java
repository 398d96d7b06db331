package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.Function2;

/** Leaves of the blocks of each partition only the rows that are picked; there is no report any more. */
final class PickedRows implements Function2<Integer, Iterator<ConvertedPart>, Iterator<ConvertedPart>> {
    private static final long serialVersionUID = 1;

    private final OneOfEvery pick;
    /** The index in the whole data set of the first row of each partition. */
    private final long[] firstRows;

    PickedRows(OneOfEvery pick, long[] firstRows) {
        this.pick = pick;
        this.firstRows = firstRows.clone();
    }

    @Override
    public Iterator<ConvertedPart> call(Integer partition, Iterator<ConvertedPart> parts) {
        long[] row = {firstRows[partition]};
        Iterable<ConvertedPart> all = () -> parts;
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(part -> part.block().stream())
                .map(block -> {
                    ExampleBlock picked = picked(block, row[0]);
                    row[0] += block.rows();
                    return picked;
                })
                .filter(block -> block.rows() > 0)
                .map(ConvertedPart::of)
                .iterator();
    }

    private ExampleBlock picked(ExampleBlock block, long first) {
        return block.select(IntStream.range(0, block.rows())
                .filter(index -> pick.picks(first + index))
                .toArray());
    }
}
