package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.xerial.snappy.Snappy;

/** The pages of one column of a Parquet file: their heads, and the runs of numbers in them. */
final class ParquetPages {
    private static final Set<Encoding> BY_DICTIONARY = Set.of(Encoding.PLAIN_DICTIONARY, Encoding.RLE_DICTIONARY);
    private static final String OTHER_ENCODING = "a page is encoded in a way that Spark does not write by itself.";

    private final FSDataInputStream in;
    private final ParquetLeaf leaf;
    private final ColumnMetaData column;
    private final ParquetBudget budget;

    ParquetPages(FSDataInputStream in, ParquetLeaf leaf, ColumnMetaData column, ParquetBudget budget) {
        this.in = in;
        this.leaf = leaf;
        this.column = column;
        this.budget = budget;
    }

    /** Looks at all pages between two places of the file. */
    void require(long start, long end) throws IOException {
        long values = 0;
        long position = start;
        while (position < end) {
            in.seek(position);
            PageHeader head = ParquetThrift.read(new PageHeader(), in, end - position, "head of a page");
            int compressed = head.getCompressed_page_size();
            int uncompressed = head.getUncompressed_page_size();
            long body = in.getPos();
            ParquetFile.demand(compressed >= 0 && compressed <= end - body, "a page is longer than its column.");
            budget.takeBytes(uncompressed);
            position = body + compressed;
            if (head.getType() == PageType.DICTIONARY_PAGE) {
                requireDictionary(head);
                content(compressed, uncompressed, true);
            } else if (head.getType() == PageType.DATA_PAGE) {
                values += requireData(head.getData_page_header(), content(compressed, uncompressed, true));
            } else if (head.getType() == PageType.DATA_PAGE_V2) {
                values += requireData(head.getData_page_header_v2(), compressed, uncompressed);
            } else {
                throw new DamagedFileException("a page is of no kind that Spark writes.");
            }
        }
        ParquetFile.demand(values == column.getNum_values(), "a column has another number of values than it says.");
    }

    private static void requireDictionary(PageHeader head) throws IOException {
        ParquetFile.demand(
                head.isSetDictionary_page_header()
                        && head.getDictionary_page_header().getNum_values() >= 0
                        && head.getDictionary_page_header().getNum_values() <= head.getUncompressed_page_size(),
                "a dictionary claims more values than its length can hold.");
    }

    private long requireData(DataPageHeader head, byte[] content) throws IOException {
        ParquetFile.demand(head != null, "a page has no head.");
        int count = count(head.getNum_values(), head.getEncoding());
        ParquetRuns runs = new ParquetRuns(content, count);
        if (leaf.maxRepetition() > 0) {
            ParquetFile.demand(head.getRepetition_level_encoding() == Encoding.RLE, OTHER_ENCODING);
            runs.requireBlock(leaf.maxRepetition());
        }
        if (leaf.maxDefinition() > 0) {
            ParquetFile.demand(head.getDefinition_level_encoding() == Encoding.RLE, OTHER_ENCODING);
            runs.requireBlock(leaf.maxDefinition());
        }
        requireValues(head.getEncoding(), runs);
        return count;
    }

    private long requireData(DataPageHeaderV2 head, int compressed, int uncompressed) throws IOException {
        ParquetFile.demand(head != null, "a page has no head.");
        int count = count(head.getNum_values(), head.getEncoding());
        int repetition = head.getRepetition_levels_byte_length();
        int definition = head.getDefinition_levels_byte_length();
        ParquetFile.demand(
                repetition >= 0
                        && definition >= 0
                        && (long) repetition + definition <= Math.min(compressed, uncompressed)
                        && head.getNum_rows() >= 0
                        && head.getNum_rows() <= count
                        && head.getNum_nulls() >= 0
                        && head.getNum_nulls() <= count,
                "the levels of a page are longer than it is.");
        new ParquetRuns(bytes(repetition), count).requireRest(leaf.maxRepetition());
        new ParquetRuns(bytes(definition), count).requireRest(leaf.maxDefinition());
        int levels = repetition + definition;
        boolean isCompressed = !head.isSetIs_compressed() || head.isIs_compressed();
        byte[] values = content(compressed - levels, uncompressed - levels, isCompressed);
        requireValues(head.getEncoding(), new ParquetRuns(values, count));
        return count;
    }

    private int count(int claimed, Encoding encoding) throws IOException {
        ParquetFile.demand(encoding == Encoding.PLAIN || BY_DICTIONARY.contains(encoding), OTHER_ENCODING);
        budget.takeValues(claimed);
        return claimed;
    }

    private static void requireValues(Encoding encoding, ParquetRuns runs) throws IOException {
        if (BY_DICTIONARY.contains(encoding)) {
            runs.requireIndices();
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        ParquetFile.demand(bytes.length == count, "it is cut short.");
        return bytes;
    }

    /** The next bytes of the file without compression; the lengths are known to fit. */
    private byte[] content(int compressed, int uncompressed, boolean isCompressed) throws IOException {
        byte[] bytes = bytes(compressed);
        byte[] content;
        if (!isCompressed || column.getCodec() == CompressionCodec.UNCOMPRESSED || compressed == 0) {
            content = bytes;
        } else if (column.getCodec() == CompressionCodec.SNAPPY) {
            ParquetFile.demand(
                    Snappy.uncompressedLength(bytes) == uncompressed, "a page expands to another length than it says.");
            content = Snappy.uncompress(bytes);
        } else {
            try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                content = unzipped.readNBytes(uncompressed);
            }
        }
        ParquetFile.demand(content.length == uncompressed, "a page expands to another length than it says.");
        return content;
    }
}
