"""A training in PyTorch, for bin/benchmark training: DistributedDataParallel, two processes of one thread each.

Prints after each epoch how many seconds training has taken so far, evaluation excluded, and the test accuracy; ends when
that is good enough.
"""
import json
import os
import sys
import time

import numpy as np
import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch_steps import Weights, build

PROCESSES = 2


def read(folder, name):
    """Features and labels."""
    labels = torch.from_numpy(np.fromfile(f"{folder}/{name}_labels.bin", dtype="<f4")).long()
    features = torch.from_numpy(np.fromfile(f"{folder}/{name}_features.bin", dtype="<f4"))
    return features.reshape(len(labels), -1), labels


def train(rank, rendezvous, folder, batch_size, epochs, target, learning_rate, seed):
    torch.set_num_threads(1)
    # All processes are on this machine, whatever its name resolves to.
    os.environ["GLOO_SOCKET_IFNAME"] = "lo0" if sys.platform == "darwin" else "lo"
    dist.init_process_group("gloo", init_method=f"file://{rendezvous}", rank=rank, world_size=PROCESSES)
    features, labels = read(folder, "training")
    test_features, test_labels = read(folder, "test")
    layers = json.load(open(folder + "/network.json"))["config"]["layers"]
    network = build(layers, Weights(folder + "/weights.bin"))
    model = DistributedDataParallel(network, gradient_as_bucket_view=True, static_graph=True)
    optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate, eps=1e-7, fused=True)
    shuffle = torch.Generator().manual_seed(seed)
    share = len(labels) // PROCESSES
    seconds = 0.0
    if rank == 0:
        print("ready", flush=True)
    for _ in range(epochs):
        dist.barrier()
        start = time.perf_counter()
        order = torch.randperm(len(labels), generator=shuffle)[rank * share : (rank + 1) * share]
        for batch in order.split(batch_size):
            optimizer.zero_grad()
            F.cross_entropy(model(features.index_select(0, batch)), labels[batch]).backward()
            optimizer.step()
        seconds += time.perf_counter() - start
        accuracy = torch.zeros(1, dtype=torch.double)
        if rank == 0:
            with torch.no_grad():
                accuracy[0] = (network(test_features).argmax(1) == test_labels).double().mean()
            print(seconds, accuracy.item(), flush=True)
        dist.broadcast(accuracy, 0)
        if accuracy.item() >= target:
            break
    # Neither ends while the other may still communicate.
    dist.barrier()
    dist.destroy_process_group()


def main(folder, batch_size, epochs, target, learning_rate, seed):
    arguments = (folder, int(batch_size), int(epochs), float(target), float(learning_rate), int(seed))
    rendezvous = f"{folder}/rendezvous-{os.getpid()}"
    torch.multiprocessing.spawn(train, (rendezvous, *arguments), PROCESSES)


if __name__ == "__main__":
    main(*sys.argv[1:])
