"""Training steps in PyTorch, for bin/benchmark steps: one thread, the network, weights and mini-batches of a folder.

After the folder stands whether Adam is to be one kernel, true or false. Reads how many steps to make from each line of
standard input; writes the nanoseconds they took and the last loss.
"""
import json
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ACTIVATIONS = {
    "relu": nn.ReLU,
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "gelu": nn.GELU,
    "silu": nn.SiLU,
    "elu": nn.ELU,
    "selu": nn.SELU,
    "softplus": nn.Softplus,
    "leaky_relu": lambda: nn.LeakyReLU(0.2),
}


class Weights:
    """Kindling's weights, one after the other, in Keras' order and layout."""

    def __init__(self, path):
        self.values = torch.from_numpy(np.fromfile(path, dtype="<f4"))
        self.position = 0

    def next(self, *shape):
        count = int(np.prod(shape))
        self.position += count
        return self.values[self.position - count : self.position].reshape(shape)


class Recurrent(nn.Module):
    """The last step of an LSTM; Keras' gates have PyTorch's order."""

    def __init__(self, features, units, weights):
        super().__init__()
        self.lstm = nn.LSTM(features, units, batch_first=True)
        copy(self.lstm.weight_ih_l0, weights.next(features, 4 * units).T)
        copy(self.lstm.weight_hh_l0, weights.next(units, 4 * units).T)
        copy(self.lstm.bias_ih_l0, weights.next(4 * units))
        nn.init.zeros_(self.lstm.bias_hh_l0).requires_grad_(False)

    def forward(self, x):
        return self.lstm(x)[0][:, -1]


class ChannelsFirst(nn.Module):
    def forward(self, x):
        return x.permute(0, 3, 1, 2)


class ChannelsLast(nn.Module):
    """So that what is flattened has Keras' order."""

    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1)


class Encoder(nn.Module):
    """An encoder layer of a Transformer; what its steps have in the mean goes to the classes."""

    def __init__(self, layers, weights):
        super().__init__()
        configs = {}
        for layer in layers:
            configs.setdefault(layer["class_name"], []).append(layer["config"])
        attention = configs["MultiHeadAttention"][0]
        inside, features, classes = (dense["units"] for dense in configs["Dense"])
        epsilon = configs["LayerNormalization"][0]["epsilon"]
        self.encoder = nn.TransformerEncoderLayer(
            features, attention["num_heads"], inside, dropout=0, activation="gelu", layer_norm_eps=epsilon, batch_first=True
        )
        self.classes = nn.Linear(features, classes)
        for part in range(3):
            rows = slice(part * features, (part + 1) * features)
            copy(self.encoder.self_attn.in_proj_weight[rows], weights.next(features, features).T)
            copy(self.encoder.self_attn.in_proj_bias[rows], weights.next(features))
        self.load(self.encoder.self_attn.out_proj, weights)
        self.load_normalization(self.encoder.norm1, weights)
        self.load(self.encoder.linear1, weights)
        self.load(self.encoder.linear2, weights)
        self.load_normalization(self.encoder.norm2, weights)
        self.load(self.classes, weights)

    def load(self, linear, weights):
        copy(linear.weight, weights.next(linear.in_features, linear.out_features).T)
        copy(linear.bias, weights.next(linear.out_features))

    def load_normalization(self, normalization, weights):
        copy(normalization.weight, weights.next(*normalization.normalized_shape))
        copy(normalization.bias, weights.next(*normalization.normalized_shape))

    def forward(self, x):
        return self.classes(self.encoder(x).mean(1))


def copy(parameter, values):
    with torch.no_grad():
        parameter.copy_(values)


def named(value):
    """Class name and config of a layer or an activation."""
    return (value, {}) if isinstance(value, str) else (value["class_name"], value["config"])


def build(layers, weights):
    """The layers without the last softmax, which is part of PyTorch's loss. The one graph there is is an encoder."""
    if any(named(layer)[0] == "MultiHeadAttention" for layer in layers):
        return Encoder(layers, weights)
    modules = []
    shape = []
    for layer in layers:
        kind, config = named(layer)
        if kind == "InputLayer":
            shape = config["shape"]
            if len(shape) == 3:
                modules.append(ChannelsFirst())
        elif kind == "Dense":
            linear = nn.Linear(shape[-1], config["units"])
            copy(linear.weight, weights.next(shape[-1], config["units"]).T)
            copy(linear.bias, weights.next(config["units"]))
            modules.append(linear)
            shape = [config["units"]]
        elif kind == "LSTM":
            modules.append(Recurrent(shape[-1], config["units"], weights))
            shape = [config["units"]]
        elif kind == "Conv2D":
            height, width = config["kernel_size"]
            convolution = nn.Conv2d(shape[-1], config["filters"], (height, width))
            copy(convolution.weight, weights.next(height, width, shape[-1], config["filters"]).permute(3, 2, 0, 1))
            copy(convolution.bias, weights.next(config["filters"]))
            modules.append(convolution)
            shape = [shape[0] - height + 1, shape[1] - width + 1, config["filters"]]
        elif kind == "MaxPooling2D":
            modules.append(nn.MaxPool2d(tuple(config["pool_size"])))
            shape = [shape[0] // config["pool_size"][0], shape[1] // config["pool_size"][1], shape[2]]
        elif kind == "Flatten":
            modules.append(ChannelsLast())
            shape = [int(np.prod(shape))]
        else:
            raise ValueError(f"There is no layer {kind} here.")
        activation = named(config.get("activation", "linear"))[0]
        if kind in ("Dense", "Conv2D") and activation not in ("linear", "softmax"):
            modules.append(ACTIVATIONS[activation]())
    return nn.Sequential(*modules)


def main(folder, fused):
    torch.set_num_threads(1)
    layers = json.load(open(folder + "/network.json"))["config"]["layers"]
    model = build(layers, Weights(folder + "/weights.bin"))
    shape = named(layers[0])[1]["shape"]
    batch_size = int(open(folder + "/batch_size.txt").read())
    features = torch.from_numpy(np.fromfile(folder + "/features.bin", dtype="<f4")).reshape(-1, batch_size, *shape)
    labels = torch.from_numpy(np.fromfile(folder + "/labels.bin", dtype="<f4")).long().reshape(-1, batch_size)
    # Left out, it is PyTorch's default: updates in several passes over the weights.
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(trained, lr=0.001, eps=1e-7, fused=fused or None)
    print("ready", flush=True)
    for line in sys.stdin:
        start = time.perf_counter_ns()
        for step in range(int(line)):
            batch = step % len(features)
            optimizer.zero_grad()
            loss = F.cross_entropy(model(features[batch]), labels[batch])
            loss.backward()
            optimizer.step()
        print(time.perf_counter_ns() - start, loss.item(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] == "true")
