package io.kindling.cluster.fuzz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ways to damage a model directory, by name. */
final class Mutations {
    private static final String VECTOR = "org.apache.spark.ml.linalg.VectorUDT";
    private static final String TRAP_TYPE = TrapNames.TYPE;

    private Mutations() {}

    /** One way. */
    interface Mutation {
        void apply(ModelFiles files) throws IOException;
    }

    static Map<String, Mutation> all() {
        Map<String, Mutation> all = new TreeMap<>(JsonMutations.all());
        all.put("flip bits", Mutations::flipBits);
        all.put("cut short", Mutations::cut);
        all.put("extend", Mutations::extend);
        all.put("overwrite a piece", Mutations::overwrite);
        all.put("swap two files", Mutations::swap);
        all.put("delete a file", files -> Files.delete(files.visible()));
        all.put("delete a hidden file", Mutations::deleteHidden);
        all.put("duplicate a file", Mutations::duplicate);
        all.put("link instead of a file", Mutations::link);
        all.put("link instead of a directory", Mutations::linkDirectory);
        all.put("named pipe instead of a file", Mutations::pipe);
        all.put("weight of NaN", Mutations::weight);
        all.put("absurd length", Mutations::absurdLength);
        all.put("absurd length in Parquet", Mutations::absurdParquet);
        all.put("class in Parquet", Mutations::classInParquet);
        return all;
    }

    private static void flipBits(ModelFiles files) throws IOException {
        Path file = files.visible();
        byte[] bytes = Files.readAllBytes(file);
        for (int flips = 1 + files.random().nextInt(4); flips > 0; flips--) {
            bytes[files.random().nextInt(bytes.length)] ^=
                    (byte) (1 << files.random().nextInt(8));
        }
        Files.write(file, bytes);
    }

    private static void cut(ModelFiles files) throws IOException {
        Path file = files.visible();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, files.random().nextInt(bytes.length)));
    }

    private static void extend(ModelFiles files) throws IOException {
        byte[] more = new byte[1 + files.random().nextInt(5000)];
        Arrays.fill(more, (byte) files.one(List.of(0, 10, 32, 255)).intValue());
        Files.write(files.visible(), more, StandardOpenOption.APPEND);
    }

    private static void overwrite(ModelFiles files) throws IOException {
        Path file = files.visible();
        byte[] bytes = Files.readAllBytes(file);
        int start = files.random().nextInt(bytes.length);
        int length = Math.min(bytes.length - start, 1 + files.random().nextInt(16));
        byte[] piece = new byte[length];
        files.random().nextBytes(piece);
        System.arraycopy(piece, 0, bytes, start, length);
        Files.write(file, bytes);
    }

    private static void swap(ModelFiles files) throws IOException {
        Path first = files.visible();
        Path second = files.visible();
        byte[] bytes = Files.readAllBytes(first);
        Files.copy(second, first, StandardCopyOption.REPLACE_EXISTING);
        Files.write(second, bytes);
    }

    private static void deleteHidden(ModelFiles files) throws IOException {
        for (Path file : files.all()) {
            if (file.getFileName().toString().matches("[._].*")
                    && files.random().nextBoolean()) {
                Files.delete(file);
            }
        }
    }

    private static void duplicate(ModelFiles files) throws IOException {
        Path file = files.visible();
        String name = files.one(List.of(
                "part-00001", "_metadata", "_common_metadata", "a=b", "part-00000.gz", "x.parquet", "_x", ".y"));
        Files.copy(file, file.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void link(ModelFiles files) throws IOException {
        Path file = files.visible();
        Path target = Path.of(files.one(List.of("/dev/zero", "/etc/passwd", "/dev/stdin", "/nowhere", "/tmp")));
        if (files.random().nextBoolean()) {
            target = file.resolveSibling(".moved");
            Files.move(file, target);
        } else {
            Files.delete(file);
        }
        Files.createSymbolicLink(file, target);
    }

    private static void linkDirectory(ModelFiles files) throws IOException {
        Path directory = files.visible().getParent();
        if (!directory.equals(files.directory())) {
            Path target = directory.resolveSibling(".moved");
            Files.move(directory, target);
            Files.createSymbolicLink(directory, target);
        }
    }

    private static void pipe(ModelFiles files) throws IOException {
        Path file = files.random().nextBoolean() ? files.visible() : files.named("");
        if (files.random().nextBoolean()) {
            Path checksums = file.resolveSibling("." + file.getFileName() + ".crc");
            Files.deleteIfExists(checksums);
            makePipe(checksums);
        } else {
            Files.delete(file);
            makePipe(file);
        }
    }

    private static void makePipe(Path place) throws IOException {
        try {
            new ProcessBuilder("mkfifo", place.toString()).start().waitFor();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static void weight(ModelFiles files) throws IOException {
        Path file = files.named("weights.safetensors");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int start = Long.BYTES + (int) bytes.getLong(0);
        int place = start + Float.BYTES * files.random().nextInt((bytes.limit() - start) / Float.BYTES);
        bytes.putFloat(
                place, files.one(List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 3e38f, -1e30f)));
        Files.write(file, bytes.array());
    }

    private static void absurdLength(ModelFiles files) throws IOException {
        Path file = files.random().nextBoolean() ? files.named("weights.safetensors") : files.named(".parquet");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        long length = files.random().nextLong() >> files.random().nextInt(64);
        int place = files.one(List.of(0, bytes.limit() - 8, files.random().nextInt(bytes.limit() - 8)));
        bytes.putLong(place, length);
        Files.write(file, bytes.array());
    }

    /** Numbers in the descriptions that Parquet keeps of itself, seven bits a byte, made as large as they can be. */
    private static void absurdParquet(ModelFiles files) throws IOException {
        Path file = files.named(".parquet");
        byte[] bytes = Files.readAllBytes(file);
        int place = 4 + files.random().nextInt(bytes.length - 16);
        for (int i = 0; i < 4; i++) {
            bytes[place + i] = (byte) 0xff;
        }
        bytes[place + 4] = (byte) files.one(List.of(0x07, 0x0f, 0x7f, 0xff)).intValue();
        Files.write(file, bytes);
    }

    /** Blanks after the quotation mark keep the length, so that nothing else in the file has to change. */
    private static void classInParquet(ModelFiles files) throws IOException {
        String trap = TRAP_TYPE + "\"" + " ".repeat(VECTOR.length() - TRAP_TYPE.length());
        for (Path file : files.all()) {
            if (file.toString().endsWith(".parquet")) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                Files.writeString(file, text.replace(VECTOR + "\"", trap), StandardCharsets.ISO_8859_1);
            }
        }
    }
}
