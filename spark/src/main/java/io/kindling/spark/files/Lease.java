package io.kindling.spark.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write in a directory, which one process at a time has: a file {@code _lease-N} in it that names the owner
 * and whose time is renewed while it lives.
 *
 * <p>A lease whose owner is dead is taken over: at once if the owner ran on this machine, else when its file has not been
 * renewed for a minute by the file system's own clock. Whoever takes over makes the file of the next number, which a file
 * system lets only one do, so that two that find the same dead owner cannot both succeed it.
 */
public final class Lease implements AutoCloseable {
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration EXPIRY = Duration.ofMinutes(1);
    private static final Duration WRITING = Duration.ofMillis(25);
    private static final String PREFIX = "_lease-";
    /** Begins the name of a lease that is being written; one that stays belongs to a dead process. */
    private static final String DRAFT = "_draft-";

    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{1,9}");
    private static final int LARGEST = 4096;
    private static final int ATTEMPTS = 20;

    private final FileSystem files;
    private final Path file;
    private final LeaseOwner owner;
    private final ScheduledExecutorService renewal;

    private Lease(FileSystem files, Path file, LeaseOwner owner) {
        this.files = files;
        this.file = file;
        this.owner = owner;
        this.renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "renews " + file);
            thread.setDaemon(true);
            return thread;
        });
        renewal.scheduleAtFixedRate(this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Takes the lease of a directory, which is made if there is none.
     *
     * @param what the directory is for, at the start of a sentence: {@code --out model}
     * @throws LeaseHeldException naming the process that has it
     * @throws IOException if the directory cannot be written
     */
    public static Lease acquire(FileSystem files, Path directory, String what) throws IOException {
        FileSystem plain = LocalDisk.withoutChecksums(files);
        LeaseOwner owner = LeaseOwner.here();
        for (int attempt = 1; ; attempt++) {
            try {
                return acquireOnce(plain, directory, what, owner);
            } catch (FileNotFoundException | NoSuchFileException removedMeanwhile) {
                // Who had it before removes the directory where nothing else is in it.
                if (attempt == ATTEMPTS) {
                    throw removedMeanwhile;
                }
            }
        }
    }

    private static Lease acquireOnce(FileSystem files, Path directory, String what, LeaseOwner owner)
            throws IOException {
        LocalDisk.makeDirectories(files, directory);
        List<FileStatus> before = leases(files, directory);
        int number = 1;
        if (!before.isEmpty()) {
            FileStatus last = before.get(before.size() - 1);
            requireDead(files, directory, last, what);
            number = number(last) + 1;
        }
        Path file = new Path(directory, PREFIX + number);
        if (!createNew(files, file, owner)) {
            throw held(what, owner(files, file));
        }
        List<FileStatus> after = leases(files, directory);
        FileStatus last = after.get(after.size() - 1);
        if (number(last) != number) {
            // Another one took over and removed what was seen here as the last.
            files.delete(file, false);
            throw held(what, owner(files, last.getPath()));
        }
        for (FileStatus old : after.subList(0, after.size() - 1)) {
            files.delete(old.getPath(), false);
        }
        removeDrafts(files, directory);
        return new Lease(files, file, owner);
    }

    private static void requireDead(FileSystem files, Path directory, FileStatus lease, String what)
            throws IOException {
        Optional<LeaseOwner> holder = owner(files, lease.getPath());
        if (holder.isPresent() && holder.get().isKnownToBeDead()) {
            return;
        }
        boolean expired = now(files, directory) - lease.getModificationTime() > EXPIRY.toMillis();
        boolean alive = holder.isPresent() && holder.get().isThisProcess();
        if (alive || !expired) {
            throw held(what, holder);
        }
    }

    private static LeaseHeldException held(String what, Optional<LeaseOwner> holder) {
        boolean here = holder.filter(LeaseOwner::isThisProcess).isPresent();
        String who =
                holder.map(owner -> here ? "this process" : owner.toString()).orElse("another process");
        return new LeaseHeldException(
                what + " is being written by " + who + " already: wait for it, or name another place.", here);
    }

    /** The file system's own time, as clocks of machines differ. */
    private static long now(FileSystem files, Path directory) throws IOException {
        Path probe = new Path(directory, "_time-" + LeaseOwner.here().id());
        try {
            files.create(probe, true).close();
            return files.getFileStatus(probe).getModificationTime();
        } finally {
            files.delete(probe, false);
        }
    }

    /** Whether the file was not there and is now. */
    private static boolean createNew(FileSystem files, Path file, LeaseOwner owner) throws IOException {
        Optional<java.nio.file.Path> local = LocalDisk.path(files, file);
        if (local.isPresent()) {
            return createNew(local.get(), owner);
        }
        try (OutputStream out = files.create(file, false)) {
            out.write(owner.toBytes());
            return true;
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException exists) {
            return false;
        }
    }

    /**
     * On a local disk Hadoop looks and then creates, which two can do at the same time; and whoever dies or finds the disk
     * full between creating a file and writing it leaves a lease that nobody seems to own. So the file is written beside its
     * place and then linked there, which only one can do.
     */
    private static boolean createNew(java.nio.file.Path file, LeaseOwner owner) throws IOException {
        java.nio.file.Path written = file.resolveSibling(DRAFT + owner.id());
        try {
            try {
                Files.write(written, owner.toBytes());
                Files.createLink(file, written);
            } catch (UnsupportedOperationException noLinks) {
                Files.write(file, owner.toBytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } finally {
                Files.deleteIfExists(written);
            }
            return true;
        } catch (FileAlreadyExistsException exists) {
            return false;
        } catch (NoSuchFileException removedMeanwhile) {
            throw removedMeanwhile;
        } catch (FileSystemException refused) {
            throw new IOException("in " + file.getParent() + ": " + LocalDisk.reason(refused) + ".", refused);
        }
    }

    /** Makes the file young again; on a local disk its bytes stay in place, so that no moment finds it empty. */
    private static void touch(FileSystem files, Path file, LeaseOwner owner) throws IOException {
        Optional<java.nio.file.Path> local = LocalDisk.path(files, file);
        if (local.isPresent()) {
            Files.write(local.get(), owner.toBytes(), StandardOpenOption.WRITE);
            return;
        }
        try (OutputStream out = files.create(file, true)) {
            out.write(owner.toBytes());
        }
    }

    /** The owner; one that is just being written is waited for. */
    private static Optional<LeaseOwner> owner(FileSystem files, Path file) {
        for (int attempt = 0; attempt < ATTEMPTS && !Thread.currentThread().isInterrupted(); attempt++) {
            Optional<LeaseOwner> owner = read(files, file);
            if (owner.isPresent()) {
                return owner;
            }
            LockSupport.parkNanos(WRITING.toNanos());
        }
        return Optional.empty();
    }

    private static Optional<LeaseOwner> read(FileSystem files, Path file) {
        try (InputStream in = files.open(file)) {
            return LeaseOwner.of(in.readNBytes(LARGEST));
        } catch (IOException goneOrUnreadable) {
            return Optional.empty();
        }
    }

    private static List<FileStatus> leases(FileSystem files, Path directory) throws IOException {
        return Arrays.stream(files.listStatus(directory))
                .filter(file ->
                        file.isFile() && NAME.matcher(file.getPath().getName()).matches())
                .sorted(Comparator.comparingInt(Lease::number))
                .toList();
    }

    /** Removes what dead processes left; a living one whose draft goes with them tries again and finds the lease taken. */
    private static void removeDrafts(FileSystem files, Path directory) throws IOException {
        for (FileStatus file : files.listStatus(directory)) {
            if (file.getPath().getName().startsWith(DRAFT)) {
                files.delete(file.getPath(), false);
            }
        }
    }

    private static int number(FileStatus lease) {
        return Integer.parseInt(lease.getPath().getName().substring(PREFIX.length()));
    }

    private synchronized void renew() {
        try {
            if (!renewal.isShutdown() && isHeld()) {
                touch(files, file, owner);
            }
        } catch (IOException unreachable) {
            // The next renewal comes long before the lease expires; a file system that stays away shows when it is
            // used.
        }
    }

    private boolean isHeld() {
        return read(files, file).filter(owner::equals).isPresent();
    }

    /**
     * Makes sure, before something is written, that nobody has taken over meanwhile, as may happen to a process that was
     * suspended.
     *
     * @throws IOException if somebody has
     */
    public synchronized void requireHeld() throws IOException {
        if (!isHeld()) {
            throw new IOException("another process has taken over " + file.getParent()
                    + ", as this one had not answered for a minute.");
        }
    }

    /** Gives the lease back. */
    @Override
    public synchronized void close() throws IOException {
        renewal.shutdown();
        if (isHeld()) {
            files.delete(file, false);
        }
    }
}
