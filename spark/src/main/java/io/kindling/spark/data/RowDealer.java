package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
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
                    parts.next().block().ifPresent(this::deal);
                }
                return dealt.hasNext();
            }

            private void deal(ExampleBlock block) {
                dealt = cut(block, row, partition, position++).iterator();
                row += block.rows();
            }

            @Override
            public Tuple2<BlockKey, ExampleBlock> next() {
                return dealt.next();
            }
        };
    }

    private List<Tuple2<BlockKey, ExampleBlock>> cut(ExampleBlock block, long firstRow, int partition, int position) {
        List<Tuple2<BlockKey, ExampleBlock>> pieces = new ArrayList<>();
        long firstIndex = firstRow / deal.workers();
        long lastIndex = (firstRow + block.rows() - 1) / deal.workers();
        for (int window = deal.windowOf(firstIndex); window <= deal.windowOf(lastIndex); window++) {
            long from = Math.max(firstIndex, deal.firstIndexOf(window));
            long to = Math.min(lastIndex + 1, deal.firstIndexOf(window + 1));
            for (int worker = 0; worker < deal.workers(); worker++) {
                int[] own = rowsOf(worker, from, to, firstRow, block.rows());
                if (own.length > 0) {
                    BlockKey key = new BlockKey(deal.partition(worker, window), partition, position);
                    pieces.add(new Tuple2<>(key, block.select(own)));
                }
            }
        }
        return pieces;
    }

    /** The rows of a block, counted from its first, that lie at places of a worker's share. */
    private int[] rowsOf(int worker, long from, long to, long firstRow, int rows) {
        return LongStream.range(from, to)
                .map(index -> deal.rowAt(worker, index) - firstRow)
                .filter(row -> row >= 0 && row < rows)
                .mapToInt(row -> (int) row)
                .toArray();
    }
}
