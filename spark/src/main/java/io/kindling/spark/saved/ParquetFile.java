package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import io.kindling.spark.files.FileName;
import io.kindling.spark.files.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * Looks through a Parquet file before Spark reads it: Spark allocates whatever the footer, the heads of pages and the runs
 * in them claim. All of it must fit into the file, and what the file expands to into a multiple of its length.
 *
 * <p>What a feature stage saves is small and written by Spark itself; what Spark never writes there is refused.
 */
final class ParquetFile {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int TAIL = Integer.BYTES + MAGIC.length;
    private static final int LONGEST_FOOTER = 1 << 24;
    private static final Set<CompressionCodec> CODECS =
            Set.of(CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY, CompressionCodec.GZIP);

    private final FSDataInputStream in;
    /** Where the pages end. */
    private final long end;

    private final ParquetBudget budget;

    private ParquetFile(FSDataInputStream in, long end, ParquetBudget budget) {
        this.in = in;
        this.end = end;
        this.budget = budget;
    }

    /**
     * Looks through a file.
     *
     * @throws IOException naming the file and what it claims
     */
    static void require(RegularFile file) throws IOException {
        try (FSDataInputStream in = file.seekable()) {
            byte[] footer = footer(in, file.length());
            long end = file.length() - TAIL - footer.length;
            FileMetaData metadata =
                    ParquetThrift.read(new FileMetaData(), new ByteArrayInputStream(footer), footer.length, "footer");
            new ParquetFile(in, end, new ParquetBudget(file.length())).require(metadata);
        } catch (IOException | RuntimeException damaged) {
            throw new DamagedFileException(
                    FileName.quoted(file.name()) + " is damaged: "
                            + (damaged.getMessage() == null
                                    ? damaged.getClass().getSimpleName()
                                    : damaged.getMessage()),
                    damaged);
        }
    }

    private static byte[] footer(FSDataInputStream in, long length) throws IOException {
        demand(length >= MAGIC.length + TAIL, "it is too short for a Parquet file.");
        byte[] head = new byte[MAGIC.length];
        in.readFully(0, head);
        byte[] tail = new byte[TAIL];
        in.readFully(length - TAIL, tail);
        demand(
                Arrays.equals(head, MAGIC) && Arrays.equals(Arrays.copyOfRange(tail, Integer.BYTES, TAIL), MAGIC),
                "it is no Parquet file.");
        int claimed = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        demand(
                claimed > 0 && claimed <= Math.min(length - MAGIC.length - TAIL, LONGEST_FOOTER),
                "its footer cannot be " + claimed + " bytes long.");
        byte[] footer = new byte[claimed];
        in.readFully(length - TAIL - claimed, footer);
        return footer;
    }

    private void require(FileMetaData metadata) throws IOException {
        demand(!metadata.isSetEncryption_algorithm(), "it is encrypted.");
        List<ParquetLeaf> leaves = ParquetLeaf.of(metadata.getSchema());
        ParquetProperties.require(metadata.getKey_value_metadata());
        long rows = 0;
        for (RowGroup group : metadata.getRow_groups()) {
            demand(
                    group.getColumnsSize() == leaves.size(),
                    "a row group has another number of columns than the schema.");
            demand(group.getNum_rows() > 0, "a row group has no rows.");
            for (int i = 0; i < leaves.size(); i++) {
                require(group.getColumns().get(i), leaves.get(i), group.getNum_rows());
            }
            rows += group.getNum_rows();
        }
        demand(rows > 0 && rows == metadata.getNum_rows(), "it holds another number of rows than it says, or none.");
    }

    private void require(ColumnChunk chunk, ParquetLeaf leaf, long rows) throws IOException {
        ColumnMetaData column = chunk.getMeta_data();
        demand(column != null && !chunk.isSetCrypto_metadata(), "a column has no description, or is encrypted.");
        demand(!chunk.isSetFile_path(), "a column lies in another file.");
        demand(
                column.getPath_in_schema().equals(leaf.path()) && column.getType() == leaf.type(),
                "a column is not the one of the schema.");
        demand(
                CODECS.contains(column.getCodec()),
                "its columns may be compressed by snappy or gzip only. Save the model with one of them.");
        demand(
                leaf.maxRepetition() > 0 ? column.getNum_values() >= rows : column.getNum_values() == rows,
                "a column has another number of values than rows.");
        boolean hasDictionary = column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0;
        long start = hasDictionary
                ? Math.min(column.getDictionary_page_offset(), column.getData_page_offset())
                : column.getData_page_offset();
        long size = column.getTotal_compressed_size();
        demand(start >= MAGIC.length && size > 0 && size <= end - start, "a column lies outside of the file.");
        requireInside(chunk.getColumn_index_offset(), chunk.getColumn_index_length());
        requireInside(chunk.getOffset_index_offset(), chunk.getOffset_index_length());
        new ParquetPages(in, leaf, column, budget).require(start, start + size);
    }

    private void requireInside(long offset, int length) throws IOException {
        demand(offset >= 0 && length >= 0 && length <= end - offset, "an index lies outside of the file.");
    }

    /** Fails with a sentence about the file. */
    static void demand(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new DamagedFileException(otherwise);
        }
    }
}
