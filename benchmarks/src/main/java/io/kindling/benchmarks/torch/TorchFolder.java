package io.kindling.benchmarks.torch;

import io.kindling.models.Network;
import io.kindling.models.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.stream.Stream;

/** A temporary folder with scripts for PyTorch and what they read; closing deletes it. */
public final class TorchFolder implements AutoCloseable {
    private final Path path;

    private TorchFolder(Path path) {
        this.path = path;
    }

    /** Makes one with scripts that lie beside this class. */
    public static TorchFolder of(String... scripts) {
        try {
            TorchFolder folder = new TorchFolder(Files.createTempDirectory("kindling-benchmark"));
            for (String script : scripts) {
                try (InputStream in = TorchFolder.class.getResourceAsStream(script)) {
                    Files.copy(in, folder.file(script));
                }
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Writes a network as the scripts read it. */
    public void write(Network network, Weights weights) {
        write("network.json", network.toJson());
        write("weights.bin", Stream.of(weights.trainable()).iterator());
    }

    /** Writes a text. */
    public void write(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes numbers one after the other, as little-endian floats. */
    public void write(String name, Iterator<float[]> arrays) {
        try (OutputStream out = Files.newOutputStream(file(name))) {
            while (arrays.hasNext()) {
                float[] array = arrays.next();
                ByteBuffer buffer =
                        ByteBuffer.allocate(array.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                buffer.asFloatBuffer().put(array);
                out.write(buffer.array());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
