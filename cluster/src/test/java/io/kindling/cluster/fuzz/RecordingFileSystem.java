package io.kindling.cluster.fuzz;

import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Hadoop's local file system, which notes every file that is opened outside of one directory. */
public final class RecordingFileSystem extends LocalFileSystem {
    private static volatile String allowed = "/";

    public RecordingFileSystem() {
        super(new Raw());
    }

    /** From now on only files below a directory may be opened. */
    static void allowOnly(java.nio.file.Path directory) {
        allowed = directory + "/";
    }

    private static final class Raw extends RawLocalFileSystem {

        @Override
        public FSDataInputStream open(Path path, int bufferSize) throws IOException {
            String place = path.toUri().getPath();
            if (!place.startsWith(allowed) || place.contains("/../")) {
                Alarm.raise(place + " was opened");
            }
            return super.open(path, bufferSize);
        }
    }
}
