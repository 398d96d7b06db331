package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Deals the rows out like cards: row i of the whole data set goes to worker i mod workers, so that shares differ by at
 * most one row and sorted data is mixed.
 */
final class RowDealer implements Function2<Integer, Iterator<ConvertedPart>, Iterator<Tuple2<BlockKey, ExampleBlock>>> {
    private static final long serialVersionUID = 1;

    private final int workers;
    /** The index in the whole data set of the first row of each partition. */
    private final long[] firstRows;

    RowDealer(int workers, long[] firstRows) {
        this.workers = workers;
        this.firstRows = firstRows.clone();
    }

    @Override
    public Iterator<Tuple2<BlockKey, ExampleBlock>> call(Integer partition, Iterator<ConvertedPart> parts) {
        return new Iterator<>() {
            private long row = firstRows[partition];
            private int position;
            private Iterator<Tuple2<BlockKey, ExampleBlock>> dealt =
                    List.<Tuple2<BlockKey, ExampleBlock>>of().iterator();

            @Override
            public boolean hasNext() {
                while (!dealt.hasNext() && parts.hasNext()) {
                    ExampleBlock block = parts.next().block();
                    if (block != null) {
                        dealt = deal(block, row, partition, position++).iterator();
                        row += block.rows();
                    }
                }
                return dealt.hasNext();
            }

            @Override
            public Tuple2<BlockKey, ExampleBlock> next() {
                return dealt.next();
            }
        };
    }

    private List<Tuple2<BlockKey, ExampleBlock>> deal(ExampleBlock block, long firstRow, int partition, int position) {
        List<Tuple2<BlockKey, ExampleBlock>> dealt = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            int first = (int) Math.floorMod(worker - firstRow, (long) workers);
            if (first < block.rows()) {
                dealt.add(new Tuple2<>(new BlockKey(worker, partition, position), block.every(first, workers)));
            }
        }
        return dealt;
    }
}
