package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/** Cuts blocks so that every piece belongs to one window of one worker. */
final class RowDealer implements Function2<Integer, Iterator<ConvertedPart>, Iterator<Tuple2<BlockKey, ExampleBlock>>> {
    private static final long serialVersionUID = 1;

    private final Deal deal;
    /** The index in the whole data set of the first row of each partition. */
    private final long[] firstRows;

    RowDealer(Deal deal, long[] firstRows) {
        this.deal = deal;
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
                        dealt = cut(block, row, partition, position++).iterator();
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

    private List<Tuple2<BlockKey, ExampleBlock>> cut(ExampleBlock block, long firstRow, int partition, int position) {
        List<Tuple2<BlockKey, ExampleBlock>> pieces = new ArrayList<>();
        int workers = deal.workers();
        for (int first = 0; first < Math.min(workers, block.rows()); first++) {
            int worker = deal.workerOf(firstRow + first);
            int from = first;
            while (from < block.rows()) {
                int count = deal.restOfWindow(firstRow + from, firstRow + block.rows());
                int window = deal.partition(worker, deal.windowOf(firstRow + from));
                pieces.add(new Tuple2<>(new BlockKey(window, partition, position), block.every(from, workers, count)));
                from += count * workers;
            }
        }
        return pieces;
    }
}
