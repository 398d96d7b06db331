"""Writes tabular.json: layers for tables, with their gradients. needs: keras, torch, numpy.

Normalization and CategoryEncoding are Keras'. The others are written out here in torch, in double, from the formulas of
their papers: arXiv:2203.05556 (equation 1), 2407.04491 (robust scaling with smooth clipping, PBLD), 2410.24210 (BatchEnsemble layers).
"""
import json
import math
import os
import pathlib

os.environ["KERAS_BACKEND"] = "torch"
import keras
import numpy as np
import torch

keras.backend.set_floatx("float64")
random = np.random.RandomState(3)
cases = []


def normal(*shape):
    return torch.tensor(random.randn(*shape))


def case(name, layer, config, x, function, weights=None, input_gradient=True):
    weights = weights or {}
    x = x.clone().requires_grad_(input_gradient)
    leaves = {key: value.clone().requires_grad_() for key, value in weights.items()}
    y = function(x, **leaves)
    upstream = normal(*y.shape)
    if y.requires_grad:
        y.backward(upstream)
    one = dict(case=name, layer=layer, config=config, training=False, x=x.tolist(), weight_names=list(weights))
    one.update(weights=[value.tolist() for value in weights.values()], y=y.tolist(), upstream=upstream.tolist())
    one["dweights"] = {key: value.grad.tolist() for key, value in leaves.items()}
    if input_gradient:
        one["dx"] = x.grad.tolist()
    cases.append(one)


def keras_case(name, layer, x, input_gradient=True):
    config = {key: value for key, value in layer.get_config().items() if key not in ("name", "trainable", "dtype")}
    case(name, type(layer).__name__, config, x, layer, input_gradient=input_gradient)


keras_case("normalization", keras.layers.Normalization(mean=[0.5, -2.0, 30.0], variance=[0.25, 4.0, 0.0]), normal(4, 3))
keras_case("normalization_one_for_all", keras.layers.Normalization(mean=0.5, variance=2.0), normal(4, 3))
keras_case("normalization_invert", keras.layers.Normalization(mean=[0.5, -2.0], variance=[0.25, 4.0], invert=True), normal(3, 4, 2))
keras_case("category_encoding", keras.layers.CategoryEncoding(num_tokens=4, output_mode="one_hot"),
           torch.tensor([[1.0], [3.0], [0.0], [1.0]]), input_gradient=False)

case("select_features", "SelectFeatures", dict(indices=[2, 0, 2]), normal(4, 2, 3), lambda x: x[..., [2, 0, 2]])


def piecewise_linear(x, boundaries):
    parts = []
    for j, list_of_one in enumerate(boundaries):
        b = torch.tensor(list_of_one, dtype=torch.float64)
        last = len(b) - 1
        for t in range(1, last + 1):
            value = x[..., j]
            share = (value - b[t - 1]) / (b[t] - b[t - 1])
            if t > 1:
                share = torch.where(value < b[t - 1], torch.zeros_like(share), share)
            if t < last:
                share = torch.where(value >= b[t], torch.ones_like(share), share)
            parts.append(share)
    return torch.stack(parts, -1)


boundaries = [[-1.0, -0.25, 0.5, 1.5], [0.0, 1.0], [], [-0.5, 0.0, 0.75]]
case("piecewise_linear", "PiecewiseLinearEncoding", dict(boundaries=boundaries), 1.5 * normal(12, 4), lambda x: piecewise_linear(x, boundaries))
case("piecewise_linear_on_boundaries", "PiecewiseLinearEncoding", dict(boundaries=[[0.0, 0.5, 1.0, 2.0]]),
     torch.tensor([[-1.0], [0.0], [0.5], [1.0], [2.0], [5.0]], dtype=torch.float64),
     lambda x: piecewise_linear(x, [[0.0, 0.5, 1.0, 2.0]]), input_gradient=False)


def robust(x, center, scale, clip):
    z = torch.tensor(scale, dtype=torch.float64) * (x - torch.tensor(center, dtype=torch.float64))
    return z / torch.sqrt(1 + (z / clip) ** 2)


case("robust_scaling", "RobustScaling", dict(center=[0.5, -1.0, 3.0], scale=[2.0, 0.5, 0.0], clip=3.0), 4 * normal(6, 3),
     lambda x: robust(x, [0.5, -1.0, 3.0], [2.0, 0.5, 0.0], 3.0))
case("robust_scaling_clip", "RobustScaling", dict(center=0.5, scale=2.0, clip=1.5), normal(3, 2, 2), lambda x: robust(x, [0.5], [2.0], 1.5))


def periodic(x, frequency, phase, kernel, bias):
    features, frequencies = frequency.shape
    waves = torch.cos(2 * math.pi * frequency * x[..., None] + phase)
    by_feature = kernel.reshape(frequencies, features, -1)
    embedded = torch.einsum("...jk,kju->...ju", waves, by_feature) + bias.reshape(features, -1)
    return torch.cat([x[..., None], embedded], -1).flatten(-2)


for name, shape in (("periodic_embedding", (5, 3)), ("periodic_embedding_of_steps", (3, 2, 3))):
    case(name, "PeriodicEmbedding", dict(num_frequencies=4, output_dim=3), normal(*shape), periodic,
         dict(frequency=0.3 * normal(3, 4), phase=normal(3, 4), kernel=normal(4, 6), bias=normal(6)))


def ensemble(x, kernel, input_adapter, output_adapter, bias=0):
    return ((x * input_adapter) @ kernel) * output_adapter + bias


members = dict(kernel=normal(4, 5), input_adapter=normal(3, 4), output_adapter=normal(3, 5))
case("ensemble_dense", "EnsembleDense", dict(units=5, activation="tanh"), normal(6, 3, 4), lambda x, **w: torch.tanh(ensemble(x, **w)),
     dict(**members, bias=normal(3, 5)))
case("ensemble_dense_without_bias", "EnsembleDense", dict(units=5, use_bias=False), normal(6, 3, 4), ensemble, members)


def member_dense(x, kernel, bias):
    return torch.einsum("nmf,mfu->nmu", x, kernel) + bias


case("member_dense", "MemberDense", dict(units=5, activation="tanh"), normal(6, 3, 4), lambda x, **w: torch.tanh(member_dense(x, **w)),
     dict(kernel=normal(3, 4, 5), bias=normal(3, 5)))
case("member_average", "MemberAverage", dict(), normal(6, 3, 4), keras.layers.GlobalAveragePooling1D())

for name, logits in (("temperature_scaling", normal(6, 4)), ("temperature_scaling_of_steps", normal(3, 2, 3))):
    case(name, "TemperatureScaling", dict(temperature=1.7), torch.softmax(2 * logits, -1),
         lambda x: torch.softmax(torch.log(x) / 1.7, -1))
case("temperature_scaling_of_one", "TemperatureScaling", dict(temperature=0.6), torch.sigmoid(normal(5, 1)),
     lambda x: torch.sigmoid(torch.logit(x) / 0.6))

text = json.dumps(cases, separators=(",", ":"))
pathlib.Path(__file__).with_name("tabular.json").write_text(text + "\n")
print(len(cases), "cases")
