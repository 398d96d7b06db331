"""The recipe that Kindling follows on tables where nothing is set, in PyTorch: the same network, optimizer, mini-batches, rows kept back.

usage: python torch_table.py FILE.csv.gz [--seed 0] [--threads 1]
FILE has the columns label, and split, which is train or test. Prints one JSON line with the figures on the test rows.
Needs numpy, pandas and torch; nothing else in the project does.
"""
import argparse
import json
import math
import time

import numpy as np
import pandas as pd
import torch
import torch.nn.functional as F

parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.add_argument("--seed", type=int, default=0)
parser.add_argument("--threads", type=int, default=1)
a = parser.parse_args()
torch.set_num_threads(a.threads)
torch.manual_seed(a.seed)

table = pd.read_csv(a.file, keep_default_na=False, na_values=[""])
train = (table["split"] == "train").values
label = table["label"]
features = table.drop(columns=["split", "label"])
numeric = [c for c in features if pd.api.types.is_numeric_dtype(features[c])]
nominal = [c for c in features if c not in numeric]
is_number = pd.api.types.is_numeric_dtype(label) and (label.nunique() > 30 or (label % 1 != 0).any())
classes = [] if is_number else sorted(label.astype(str).unique())
y = label.values.astype(float) if is_number else np.array([classes.index(v) for v in label.astype(str)])

started = time.time()
order = np.random.RandomState(a.seed).permutation(np.flatnonzero(train))
kept, fit = order[: len(order) // 7], order[len(order) // 7 :]
ROWS = len(fit)
MEMBERS = 16 if ROWS < 8192 else 8
BATCH = 64 if ROWS < 8192 else 128 if ROWS < 32768 else 256
BINS, WAVES, EMBEDDING, UNITS, DROPOUT = 32, 16, 8, 256, 0.15
EPOCHS, PATIENCE = 200, 16


def edges(values):
    """Bins of equal counts, but a value that fills a bin by itself gets one."""
    unique, counts = np.unique(values, return_counts=True)
    if len(unique) <= BINS + 1:
        return unique
    heavy = counts >= counts.sum() / BINS
    rest = max(1.0, (counts.sum() - counts[heavy].sum()) / max(1, BINS - heavy.sum()))
    result, current, starts = [], 0, True
    for i, value in enumerate(unique):
        if starts or (heavy[i] and current > 0):
            result.append(value)
            current = 0
        current += counts[i]
        starts = heavy[i] or current >= rest
    return np.unique(result + [unique[-1]])


x = np.zeros((len(table), 0))
holes = np.zeros((len(table), 0))
if numeric:
    x = features[numeric].values.astype(float)
    missing = np.isnan(x)
    holes = missing[:, missing[fit].any(0)].astype(float)
    x = np.where(missing, np.nanmedian(x[fit], 0), x)
codes, sizes = [], []
for column in nominal:
    counts = features[column].iloc[fit].dropna().astype(str).value_counts()
    known = {value: i for i, value in enumerate(sorted(counts.index))}
    codes.append(features[column].map(lambda v: known.get(str(v), len(known))).values)
    sizes.append(len(known) + 1)
low, middle, high = np.percentile(x[fit], [25, 50, 75], axis=0) if numeric else (0, 0, 1)
spread = np.where(high > low, high - low, np.ptp(x[fit], axis=0) / 2) if numeric else 1
scale = np.where(spread > 0, 1 / np.where(spread > 0, spread, 1), 0)
mean, deviation = (y[fit].mean(), y[fit].std()) if is_number else (0, 1)


def tensor(values):
    return torch.tensor(values, dtype=torch.float32)


numbers, rest = tensor(x), tensor(holes)
indices = torch.tensor(np.array(codes).T if codes else np.zeros((len(table), 0)), dtype=torch.long)
target = tensor((y - mean) / deviation) if is_number else torch.tensor(y)
bins = [e for e in map(edges, x[fit].T) if len(e) >= 3]
binned = [j for j in range(len(numeric)) if len(edges(x[fit][:, j])) >= 3]
lower = [tensor(e[:-1]) for e in bins]
width = [tensor(np.diff(e)) for e in bins]


def uniform(fan, *shape):
    return torch.nn.Parameter((torch.rand(*shape) * 2 - 1) / fan**0.5)


class Table(torch.nn.Module):
    """Encodings of the columns, two layers that members share but for adapters and biases, and a head for each."""

    def __init__(self, outputs):
        super().__init__()
        count = len(numeric)
        self.frequency = torch.nn.Parameter(0.1 * torch.randn(count, WAVES))
        self.phase = torch.nn.Parameter(math.pi * (torch.rand(count, WAVES) * 2 - 1))
        self.mix = uniform(WAVES, count, WAVES, EMBEDDING - 1)
        self.mix_bias = torch.nn.Parameter(torch.zeros(count, EMBEDDING - 1))
        inputs = count * (1 + EMBEDDING) + sum(map(len, lower)) + rest.shape[1] + sum(sizes)
        signs = (torch.rand(MEMBERS, inputs) * 2 - 1).sign()
        ones = torch.ones(MEMBERS, UNITS)
        self.r = torch.nn.ParameterList([torch.nn.Parameter(signs), torch.nn.Parameter(ones.clone())])
        self.s = torch.nn.ParameterList([torch.nn.Parameter(ones.clone()) for _ in range(2)])
        self.kernel = torch.nn.ParameterList([uniform(inputs, inputs, UNITS), uniform(UNITS, UNITS, UNITS)])
        self.bias = torch.nn.ParameterList([torch.nn.Parameter(torch.zeros(MEMBERS, UNITS)) for _ in range(2)])
        self.head, self.head_bias = uniform(UNITS, MEMBERS, UNITS, outputs), torch.nn.Parameter(torch.zeros(MEMBERS, outputs))

    def forward(self, rows):
        z = (numbers[rows] - tensor(middle)) * tensor(scale) if numeric else numbers[rows]
        z = z / torch.sqrt(1 + (z / 3) ** 2)
        waves = torch.cos(2 * math.pi * self.frequency * z[..., None] + self.phase)
        embedded = torch.einsum("njk,jku->nju", waves, self.mix) + self.mix_bias
        parts = [z, torch.cat([z[..., None], embedded], -1).flatten(1)]
        for j, lo, w in zip(binned, lower, width):
            t = (numbers[rows][:, [j]] - lo) / w
            parts.append(torch.cat([t[:, :1].clamp(max=1), t[:, 1:-1].clamp(0, 1), t[:, -1:].clamp(min=0)], 1))
        parts.append(rest[rows])
        parts += [F.one_hot(indices[rows][:, i], size).float() for i, size in enumerate(sizes)]
        h = torch.cat(parts, 1)[:, None].expand(-1, MEMBERS, -1)
        for r, s, kernel, bias in zip(self.r, self.s, self.kernel, self.bias):
            h = F.dropout(torch.relu(((h * r) @ kernel) * s + bias), DROPOUT, self.training)
        return torch.einsum("nkd,kde->nke", h, self.head) + self.head_bias


net = Table(1 if is_number else len(classes))
adapters = {id(p) for p in list(net.r) + list(net.s)}
optimizer = torch.optim.AdamW(
    [
        dict(params=[p for p in net.parameters() if id(p) not in adapters], weight_decay=0.03),
        dict(params=[p for p in net.parameters() if id(p) in adapters], weight_decay=0.0),
    ],
    lr=3e-3,
    fused=True,
)


def predict(rows):
    net.eval()
    with torch.no_grad():
        out = torch.cat([net(torch.tensor(rows[i : i + 256])) for i in range(0, len(rows), 256)])
    return out.mean(1)[:, 0] if is_number else out.softmax(-1).mean(1)


best, best_epoch, state = float("inf"), 0, {}
for epoch in range(EPOCHS):
    net.train()
    shuffled = torch.tensor(np.random.RandomState(a.seed * 1000 + epoch).permutation(fit))
    for i in range(0, len(shuffled), BATCH):
        rows = shuffled[i : i + BATCH]
        out = net(rows)
        if is_number:
            loss = ((out[:, :, 0] - target[rows, None]) ** 2).mean()
        else:
            loss = F.cross_entropy(out.flatten(0, 1), target[rows].repeat_interleave(MEMBERS))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    p = predict(kept)
    value = float(((p - target[kept]) ** 2).mean()) if is_number else float(F.nll_loss(p.clamp_min(1e-7).log(), target[kept]))
    if value < best:
        best, best_epoch, state = value, epoch, {n: v.clone() for n, v in net.state_dict().items()}
    if epoch - best_epoch >= PATIENCE:
        break
net.load_state_dict(state)
seconds = time.time() - started
test = np.flatnonzero(~train)
p = predict(test).numpy().astype(float)
if is_number:
    figures = dict(rmse=float(np.sqrt(((p * deviation + mean - y[test]) ** 2).mean())))
else:
    right = p[np.arange(len(test)), y[test]]
    figures = dict(accuracy=float((p.argmax(1) == y[test]).mean()), log_loss=float(-np.log(np.clip(right, 1e-15, 1)).mean()))
figures = {key: round(value, 5) for key, value in figures.items()}
print(json.dumps(dict(file=a.file.split("/")[-1], seconds=round(seconds, 1), epochs=epoch + 1, best_epoch=best_epoch + 1, **figures)))
