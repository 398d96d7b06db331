package io.kindling.cluster.files;

import io.kindling.errors.KindlingException;
import io.kindling.persistence.Digests;
import io.kindling.spark.files.Lease;
import io.kindling.spark.files.LocalDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file or directory to be written: complete under its name, or not there.
 *
 * <p>It is prepared in a hidden directory beside its place, {@code .NAME.kindling}, and moved in one step; what was there
 * before stays until then. The directory also holds the {@link Lease} that keeps a second writer out.
 */
public final class OutputPath {
    private static final String COMPLETE = "output";
    private static final String REPLACED = "replaced";

    private final String name;
    private final Path path;
    private final FileSystem files;
    private final boolean overwrite;
    private final OutputManifest manifest;
    private final Path workspace;
    /** The directories on its way that were not there, the outermost last. */
    private final List<Path> made;

    private final Lease lease;
    private Optional<MessageDigest> digest = Optional.empty();

    private OutputPath(
            String name, Path path, FileSystem files, boolean overwrite, List<Path> made, Path workspace, Lease lease) {
        this.name = name;
        this.path = path;
        this.files = files;
        this.overwrite = overwrite;
        this.manifest = new OutputManifest(files);
        this.made = made;
        this.workspace = workspace;
        this.lease = lease;
    }

    /** Writes to a place that is not the final one. */
    public interface Writer {
        void writeTo(Path temporary) throws IOException;
    }

    static OutputPath claim(String name, Path path, boolean overwrite, Configuration configuration) {
        try {
            FileSystem files = path.getFileSystem(configuration);
            List<Path> missing = missingParents(files, name, path);
            Path workspace = new Path(path.getParent(), "." + path.getName() + ".kindling");
            Lease lease = acquire(files, name, workspace, missing);
            OutputPath output = new OutputPath(name, path, files, overwrite, missing, workspace, lease);
            try {
                output.recover();
                output.requireReplaceable("exists already");
                return output;
            } catch (IOException | RuntimeException refused) {
                output.close();
                throw refused;
            }
        } catch (IOException failed) {
            throw new KindlingException(name + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    /**
     * Refuses a place below something that is no directory.
     *
     * @throws KindlingException naming what is there
     */
    static void requireDirectories(String name, Path path, Configuration configuration) {
        try {
            missingParents(path.getFileSystem(configuration), name, path);
        } catch (IOException failed) {
            throw new KindlingException(name + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static Lease acquire(FileSystem files, String name, Path workspace, List<Path> missing) throws IOException {
        try {
            return Lease.acquire(files, workspace, name);
        } catch (IOException refused) {
            removeEmpty(files, missing);
            throw refused;
        }
    }

    /**
     * The directories that are to be made, the outermost last.
     *
     * @throws KindlingException if there is something else in the place of one
     */
    private static List<Path> missingParents(FileSystem files, String name, Path path) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path parent = path.getParent();
        while (parent != null && !files.exists(parent)) {
            missing.add(parent);
            parent = parent.getParent();
        }
        if (parent != null && !files.getFileStatus(parent).isDirectory()) {
            throw new KindlingException(name + " cannot be written: " + parent + " is not a directory.");
        }
        return missing;
    }

    /** Puts back what a writer that was killed had moved away, and removes what it had not completed. */
    private void recover() throws IOException {
        Path replaced = new Path(workspace, REPLACED);
        if (files.exists(replaced) && !files.exists(path)) {
            LocalDisk.move(files, replaced, path);
        }
        clear();
    }

    private void clear() throws IOException {
        files.delete(new Path(workspace, COMPLETE), true);
        files.delete(new Path(workspace, COMPLETE + ".parts"), true);
        if (files.exists(path)) {
            // Else it is all there is, and is put back next time.
            files.delete(new Path(workspace, REPLACED), true);
        }
    }

    private void requireReplaceable(String found) throws IOException {
        if (!exists()) {
            return;
        }
        if (!overwrite) {
            throw new KindlingException(name + " " + found + ". --overwrite replaces it if Kindling wrote it.");
        }
        Optional<String> objection = manifest.objection(path);
        if (objection.isPresent()) {
            throw new KindlingException(name + " cannot be replaced: " + objection.get()
                    + ". --overwrite replaces only what Kindling wrote; delete it, or name another place.");
        }
    }

    /** Also for a symbolic link that leads nowhere. */
    private boolean exists() throws IOException {
        Optional<java.nio.file.Path> local = LocalDisk.path(files, path);
        return local.isPresent() ? Files.exists(local.get(), LinkOption.NOFOLLOW_LINKS) : files.exists(path);
    }

    /** Where it will be. */
    public FileSystem files() {
        return files;
    }

    /** Starts a single file; on a local disk, without the hidden file of checksums Hadoop would put beside it. */
    public OutputStream create(Path temporary) throws IOException {
        MessageDigest written = Digests.sha256();
        digest = Optional.of(written);
        return new DigestOutputStream(LocalDisk.withoutChecksums(files).create(temporary, false), written);
    }

    /**
     * Writes beside the place, then moves what is complete to it; what fails is deleted.
     *
     * @throws OutputException if it cannot be written
     */
    public void write(Writer writer) throws IOException {
        Path temporary = new Path(workspace, COMPLETE);
        try {
            writer.writeTo(temporary);
            complete(temporary);
        } finally {
            clear();
        }
    }

    private void complete(Path temporary) {
        try {
            if (files.getFileStatus(temporary).isDirectory()) {
                manifest.addTo(temporary);
            }
            lease.requireHeld();
            requireReplaceable("has come into being meanwhile");
            publish(temporary);
            made.clear();
        } catch (IOException failed) {
            throw new OutputException(name + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private void publish(Path complete) throws IOException {
        if (files.getFileStatus(complete).isDirectory()) {
            move(complete);
            return;
        }
        String written = HexFormat.of().formatHex(digest.orElseThrow().digest());
        FileMark mark = new FileMark(LocalDisk.withoutChecksums(files));
        boolean marked = mark.attach(complete, written);
        move(complete);
        if (!marked) {
            mark.putBeside(path, written);
        }
    }

    private void move(Path complete) throws IOException {
        if (!files.exists(path) || isLocalFile(complete) && isLocalFile(path)) {
            // A local disk replaces a file in one step.
            LocalDisk.move(files, complete, path);
            return;
        }
        Path replaced = new Path(workspace, REPLACED);
        LocalDisk.move(files, path, replaced);
        try {
            LocalDisk.move(files, complete, path);
        } catch (IOException failed) {
            LocalDisk.move(files, replaced, path);
            throw failed;
        }
    }

    private boolean isLocalFile(Path some) throws IOException {
        return LocalDisk.path(files, some).isPresent()
                && files.getFileStatus(some).isFile();
    }

    /** Lets others write here, and removes what was made on the way if nothing was written. */
    void close() throws IOException {
        lease.close();
        removeEmpty(files, List.of(workspace));
        removeEmpty(files, made);
    }

    private static void removeEmpty(FileSystem files, List<Path> directories) throws IOException {
        for (Path directory : directories) {
            if (!files.exists(directory) || files.listStatus(directory).length > 0) {
                return;
            }
            try {
                files.delete(directory, false);
            } catch (IOException usedMeanwhile) {
                return;
            }
        }
    }
}
