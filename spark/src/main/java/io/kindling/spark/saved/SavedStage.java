package io.kindling.spark.saved;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.errors.DamagedFileException;
import io.kindling.spark.files.FileName;
import io.kindling.spark.files.FileTree;
import io.kindling.spark.files.Manifest;
import io.kindling.spark.files.RegularFile;
import io.kindling.spark.mllib.StageMetadata;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.ml.PipelineModel;

/**
 * One stage of a saved pipeline as its files describe it: checked, and nothing of it loaded.
 *
 * @param directory within that of the pipeline, empty for the pipeline itself
 * @param files in it
 * @param metadata what it says about itself
 * @param stages of a pipeline, in order
 */
record SavedStage(String directory, FileTree files, StageMetadata metadata, List<SavedStage> stages) {
    static final String DATA = "data";
    private static final String STAGES = "stages";
    private static final String PIPELINE = PipelineModel.class.getName();
    private static final int MOST_STAGES = 1000;

    /**
     * A whole pipeline, all its stages of classes that may be loaded.
     *
     * @throws IOException naming the file or stage that is not as it must be
     */
    static SavedStage of(FileTree files, StageClasses allowed) throws IOException {
        StageMetadata metadata = StageMetadata.of(files);
        if (!metadata.className().equals(PIPELINE)) {
            throw new DamagedFileException(FileName.quoted(metadata.file()) + " is that of a "
                    + Excerpt.of(metadata.className()) + ", and a PipelineModel is needed.");
        }
        return pipeline("", files, metadata, allowed);
    }

    private static SavedStage pipeline(String directory, FileTree files, StageMetadata metadata, StageClasses allowed)
            throws IOException {
        SortedSet<String> own = new TreeSet<>(Set.of(StageMetadata.DIRECTORY, STAGES));
        if (directory.isEmpty()) {
            own.add(Manifest.NAME);
            own.add(SavedPipeline.COLUMNS);
        }
        requireEntries(directory, files, own);
        List<String> names = stageNames(metadata);
        FileTree stages = files.below(STAGES);
        requireEntries(inside(directory, STAGES), stages, new TreeSet<>(names));
        List<SavedStage> found = new ArrayList<>();
        for (String name : names) {
            found.add(stage(inside(directory, STAGES + "/" + name), stages.below(name), allowed));
        }
        return new SavedStage(directory, files, metadata, List.copyOf(found));
    }

    /** As MLlib names them: the position, with as many digits as the number of stages has, and the uid. */
    private static List<String> stageNames(StageMetadata metadata) throws IOException {
        JsonNode uids = metadata.root().get("paramMap").path("stageUids");
        if (!uids.isArray() || uids.isEmpty() || uids.size() > MOST_STAGES) {
            throw new DamagedFileException(
                    FileName.quoted(metadata.file()) + " needs from 1 to " + MOST_STAGES + " \"stageUids\".");
        }
        int digits = Integer.toString(uids.size()).length();
        List<String> names = new ArrayList<>();
        for (JsonNode uid : uids) {
            names.add(String.format(Locale.ROOT, "%0" + digits + "d_%s", names.size(), uid.asText()));
        }
        return names;
    }

    private static SavedStage stage(String directory, FileTree files, StageClasses allowed) throws IOException {
        StageMetadata metadata = StageMetadata.of(files);
        if (!directory.endsWith("_" + metadata.uid())) {
            throw new DamagedFileException(
                    FileName.quoted(metadata.file()) + " has another \"uid\" than the pipeline says.");
        }
        if (metadata.className().equals(PIPELINE)) {
            return pipeline(directory, files, metadata, allowed);
        }
        if (!allowed.allows(metadata.className())) {
            throw new DamagedFileException(FileName.quoted(directory) + " is a " + Excerpt.of(metadata.className())
                    + ", which is not among the classes that may be loaded. Allow it (--allow-stage, or StageClasses.plus)"
                    + " if you trust it.");
        }
        SavedStage stage = new SavedStage(directory, files, metadata, List.of());
        stage.requireFiles();
        return stage;
    }

    /** The standard ones have no other files than these; what others need is theirs to say. */
    private void requireFiles() throws IOException {
        Set<String> own = new TreeSet<>(StageClasses.filesOf(metadata.className()));
        if (!own.isEmpty()) {
            for (String name : own) {
                files.file(name);
            }
            own.addAll(Set.of(StageMetadata.DIRECTORY, Manifest.NAME));
            requireEntries(directory, files, own);
        } else if (StageClasses.standard().allows(metadata.className())) {
            requireEntries(directory, files, Set.of(StageMetadata.DIRECTORY, DATA));
            for (String name : files.below(DATA).files().keySet()) {
                if (name.contains("/") || !name.endsWith(".parquet")) {
                    throw new DamagedFileException(
                            FileName.quoted(inside(directory, DATA) + "/" + name) + " is no Parquet file.");
                }
            }
        }
        for (RegularFile file : files.files().values()) {
            if (file.name().endsWith(".parquet")) {
                ParquetFile.require(file);
            }
        }
    }

    /** Nothing but these may be there. */
    private static void requireEntries(String directory, FileTree files, Set<String> known) throws IOException {
        for (String entry : files.entries()) {
            if (!known.contains(entry)) {
                throw new DamagedFileException(
                        FileName.quoted(inside(directory, entry)) + " does not belong to what the metadata describes.");
            }
        }
    }

    private static String inside(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    boolean isPipeline() {
        return metadata.className().equals(PIPELINE);
    }

    /** Whether it has data beside its metadata. */
    boolean hasData() {
        return !files.below(DATA).files().isEmpty();
    }
}
