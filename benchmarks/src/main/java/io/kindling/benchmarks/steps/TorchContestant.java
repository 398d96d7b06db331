package io.kindling.benchmarks.steps;

import io.kindling.benchmarks.torch.TorchFolder;
import io.kindling.benchmarks.torch.TorchProcess;
import io.kindling.benchmarks.torch.TorchPython;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * PyTorch, from the same weights on the same mini-batches, in a process of its own that makes steps when it is told to
 * and times them itself.
 */
final class TorchContestant implements Contestant {
    private static final String SCRIPT = "torch_steps.py";

    private final boolean fused;
    private final TorchFolder folder;
    private final TorchProcess process;

    /**
     * Starts PyTorch on a workload.
     *
     * @param fused whether its Adam is the one of a single kernel, which has to be asked for and is faster
     */
    TorchContestant(TorchPython python, Workload workload, boolean fused) {
        this.fused = fused;
        this.folder = TorchFolder.of(SCRIPT);
        folder.write(workload.network(), workload.initialWeights());
        folder.write("batch_size.txt", Integer.toString(workload.batchSize()));
        folder.write("features.bin", all(workload, workload::features));
        folder.write("labels.bin", all(workload, workload::labels));
        this.process = TorchProcess.start(python, folder, SCRIPT, fused);
    }

    private static Iterator<float[]> all(Workload workload, IntFunction<float[]> ofBatch) {
        return IntStream.range(0, workload.batches()).mapToObj(ofBatch).iterator();
    }

    @Override
    public String name() {
        return fused ? "pytorch_fused" : "pytorch";
    }

    @Override
    public Turn run(int steps) {
        process.tell(steps);
        String[] answer = process.answer().split(" ");
        return new Turn(Long.parseLong(answer[0]), Double.parseDouble(answer[1]));
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
