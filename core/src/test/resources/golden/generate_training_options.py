"""Writes training_options.json: training runs of small networks by Keras 3 (float64, PyTorch backend).

usage: KERAS_BACKEND=torch python generate_training_options.py
needs: keras==3.15.*, torch, numpy

The networks use what changes how a weight is trained or which steps of a sequence count: masks, constraints, penalties.
"""
import json
import os

os.environ.setdefault("KERAS_BACKEND", "torch")
import numpy as np
import torch
import keras
from keras import layers as L

keras.config.set_floatx("float64")
torch.set_default_dtype(torch.float64)
rng = np.random.default_rng(20261124)
STEPS, BATCH = 5, 8


def plain(values):
    if hasattr(values, "detach"):
        values = values.detach().cpu().numpy()
    return np.asarray(values, dtype=np.float64).round(12).tolist()


def sequences(shape):
    """Some filled up at the end, some at the start or inside, one all the way."""
    x = rng.normal(0, 1, (STEPS * BATCH,) + shape)
    for row in x:
        length = rng.integers(1, shape[0] + 1)
        row[length:] = 0
        if rng.random() < 0.3:
            row[0] = 0
        if rng.random() < 0.3:
            row[shape[0] // 2] = 0
    x[3] = 0
    return x


def none_empty(shape):
    """Keras' mean over no steps is not a number."""
    x = sequences(shape)
    x[:, 1] = rng.normal(0, 1, (len(x), shape[-1]))
    return x


def words(shape):
    x = rng.integers(1, 7, (STEPS * BATCH,) + shape).astype(float)
    for row in x:
        row[rng.integers(1, shape[0] + 1):] = 0
    return x


def numbers(shape):
    return rng.normal(0, 1, (STEPS * BATCH,) + shape)


def config_of(layer):
    # Of no effect here: weights are given, and the rest has its default.
    left_out = ("name", "dtype", "trainable", "seed", "return_state", "stateful", "unroll", "zero_output_for_mask", "use_cudnn", "quantization_config")
    config = {}
    for key, value in layer.get_config().items():
        if key == "layer":
            inner = getattr(layer, "forward_layer", getattr(layer, "layer", None))
            value = {"class_name": type(inner).__name__, "config": config_of(inner)}
        elif isinstance(value, dict) and "class_name" in value:
            value = {"class_name": value["class_name"], "config": value["config"]}
        if key not in left_out and key != "backward_layer" and not key.endswith("initializer"):
            config[key] = value
    return config


def run(label, layers, shape, make_x=numbers, loss="mean_squared_error", optimizer=None):
    optimizer = optimizer or keras.optimizers.SGD(0.1)
    model = keras.Sequential([keras.Input(shape)] + layers)
    model.set_weights([
        np.abs(rng.normal(0, 0.5, w.shape)) if "moving_variance" in v.path
        else rng.normal(0, 0.4, w.shape) for w, v in zip(model.get_weights(), model.weights)])
    model.compile(optimizer=optimizer, loss=loss)
    start = [plain(w) for w in model.get_weights()]
    x = make_x(shape)
    out = model.output_shape[1:]
    if loss == "categorical_crossentropy":
        y = np.eye(out[-1])[rng.integers(0, out[-1], (len(x),) + out[:-1])]
    else:
        y = rng.normal(0, 1, (len(x),) + out)
    losses = []
    for step in range(STEPS):
        batch = slice(step * BATCH, (step + 1) * BATCH)
        losses.append(float(model.train_on_batch(x[batch], y[batch])))
        model.reset_metrics()
    return dict(
        case=label, input_shape=list(shape), loss=loss, optimizer=optimizer.name,
        optimizer_config={a: b for a, b in optimizer.get_config().items() if isinstance(b, (int, float, bool))},
        layers=[dict(layer=type(layer).__name__, config=config_of(layer)) for layer in model.layers],
        batch=BATCH, x=plain(x), y=plain(y), weights=start, loss_per_step=losses,
        weights_after=[plain(w) for w in model.get_weights()], prediction_after=plain(model(x[:8])))


D = L.Dense
C = keras.constraints
R = keras.regularizers
CASES = [
    run("masking_lstm", [L.Masking(), L.LSTM(4), D(2)], (5, 3), sequences),
    run("masking_lstm_every_step", [L.Masking(), L.LSTM(4, return_sequences=True), D(3, activation="softmax")], (5, 3), sequences,
        "categorical_crossentropy"),
    run("masking_lstm_backwards", [L.Masking(), L.LSTM(4, go_backwards=True), D(2)], (5, 3), sequences),
    run("masking_two_lstms", [L.Masking(), L.LSTM(4, return_sequences=True), L.LSTM(3), D(2)], (5, 3), sequences),
    run("masking_gru", [L.Masking(), L.GRU(4), D(2)], (5, 3), sequences),
    run("masking_gru_reset_before", [L.Masking(), L.GRU(4, reset_after=False), D(2)], (5, 3), sequences),
    run("masking_simple_rnn", [L.Masking(), L.SimpleRNN(4, return_sequences=True), D(2)], (5, 3), sequences),
    run("masking_bidirectional", [L.Masking(), L.Bidirectional(L.LSTM(3)), D(2)], (5, 3), sequences),
    run("masking_bidirectional_every_step", [L.Masking(), L.Bidirectional(L.GRU(3, return_sequences=True)), D(2)], (5, 3), sequences),
    run("masking_through_layers",
        [L.Masking(), D(4), L.LeakyReLU(negative_slope=0.1), L.LayerNormalization(), L.TimeDistributed(D(3, activation="tanh")), L.LSTM(3), D(2)],
        (5, 3), sequences),
    run("masking_batch_normalization", [L.Masking(), L.BatchNormalization(momentum=0.8), L.LSTM(3), D(2)], (5, 3), sequences),
    run("masking_global_average", [L.Masking(), D(4, activation="tanh"), L.GlobalAveragePooling1D(), D(2)], (5, 3), none_empty),
    run("masking_lost", [L.Masking(), L.LSTM(4, return_sequences=True), L.Flatten(), D(2)], (5, 3), sequences),
    run("embedding_mask_zero", [L.Embedding(7, 4, mask_zero=True), L.LSTM(4), D(2)], (6,), words),
    run("constraints",
        [D(6, activation="tanh", kernel_constraint=C.MaxNorm(0.8), bias_constraint=C.NonNeg()),
         D(5, activation="tanh", kernel_constraint=C.UnitNorm(axis=0)),
         D(2, kernel_constraint=C.MinMaxNorm(0.4, 0.6, rate=0.7))], (4,)),
    run("constraints_lstm", [L.LSTM(4, kernel_constraint=C.MaxNorm(0.5), recurrent_constraint=C.NonNeg(), bias_constraint=C.MaxNorm(1.0)), D(2)], (5, 3)),
    run("constraints_conv", [L.Conv2D(3, 2, kernel_constraint=C.MaxNorm(0.6, axis=[0, 1, 2])), L.PReLU(alpha_constraint=C.NonNeg()), L.Flatten(), D(2)],
        (4, 4, 2)),
    run("constraints_adam", [D(6, activation="relu", kernel_constraint=C.MaxNorm(0.7)), D(2)], (4,), optimizer=keras.optimizers.Adam(0.01)),
    run("penalties_on_weights",
        [D(6, activation="tanh", kernel_regularizer=R.L1(0.02), bias_regularizer=R.L2(0.03)), D(2, kernel_regularizer=R.L1L2(0.01, 0.02))], (4,)),
    run("penalties_on_outputs",
        [D(6, activation="tanh", activity_regularizer=R.L2(0.05)), L.ActivityRegularization(0.01, 0.02), D(3, activation="softmax", activity_regularizer=R.L1L2(0.02, 0.03))],
        (4,), loss="categorical_crossentropy"),
    run("penalties_on_sequences",
        [L.LSTM(4, return_sequences=True, activity_regularizer=R.L2(0.05), recurrent_regularizer=R.L2(0.02)),
         L.Bidirectional(L.SimpleRNN(3, activity_regularizer=R.L1(0.03))), D(2)], (5, 3)),
    run("penalties_on_normalizations",
        [L.BatchNormalization(gamma_regularizer=R.L2(0.1), beta_constraint=C.NonNeg()), D(4, activation="relu"),
         L.LayerNormalization(beta_regularizer=R.L1(0.05), gamma_constraint=C.MaxNorm(0.5)), D(2)], (4,)),
]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "training_options.json"), "w") as file:
    json.dump(CASES, file, separators=(",", ":"), allow_nan=False)
    file.write("\n")
