"""PyTorch's activations on 65,536 normal floats, 128 rows of 512 columns, on one thread.

Prints the median microseconds of forward and backward as one JSON object, under Kindling's names, as
ActivationBenchmark does. Backward is the native kernel alone where PyTorch has one, else its automatic differentiation.
Needs PyTorch (pip install torch); nothing else in the project does.
"""
import json
import statistics
import time

import torch
import torch.nn.functional as F

ROWS, COLUMNS = 128, 512
WARM_UP, CALLS = 100, 1000

native = torch.ops.aten


def median(call):
    for _ in range(WARM_UP):
        call()
    times = []
    for _ in range(CALLS):
        start = time.perf_counter_ns()
        call()
        times.append(time.perf_counter_ns() - start)
    return round(statistics.median(times) / 1000, 1)


def differentiated(function, x, dy):
    leaf = x.clone().requires_grad_()
    y = function(leaf)
    return lambda: torch.autograd.grad(y, leaf, dy, retain_graph=True)


def cases(x, dy):
    """Name: forward, and backward given what forward gave."""
    half = dy[:, : COLUMNS // 2].contiguous()
    rows = (1, torch.float32)
    buffer = native.log_sigmoid_forward(x)[1]
    return {
        "relu": (lambda: torch.relu(x), lambda y: native.threshold_backward(dy, y, 0)),
        "leaky_relu": (lambda: F.leaky_relu(x, 0.2), lambda y: native.leaky_relu_backward(dy, x, 0.2, False)),
        "elu": (lambda: F.elu(x), lambda y: native.elu_backward(dy, 1, 1, 1, False, x)),
        "selu": (lambda: F.selu(x), lambda y: native.elu_backward(dy, 1.6732632, 1.050701, 1, False, x)),
        "celu": (lambda: F.celu(x), lambda y: native.elu_backward(dy, 1, 1, 1, False, x)),
        "sigmoid": (lambda: torch.sigmoid(x), lambda y: native.sigmoid_backward(dy, y)),
        "tanh": (lambda: torch.tanh(x), lambda y: native.tanh_backward(dy, y)),
        "softmax": (lambda: torch.softmax(x, 1), lambda y: native._softmax_backward_data(dy, y, *rows)),
        "log_softmax": (lambda: torch.log_softmax(x, 1), lambda y: native._log_softmax_backward_data(dy, y, *rows)),
        "softplus": (lambda: F.softplus(x), lambda y: native.softplus_backward(dy, x, 1, 20)),
        "softsign": (lambda: F.softsign(x), None),
        "silu": (lambda: F.silu(x), lambda y: native.silu_backward(dy, x)),
        "gelu": (lambda: F.gelu(x), lambda y: native.gelu_backward(dy, x)),
        "gelu(True)": (
            lambda: F.gelu(x, approximate="tanh"),
            lambda y: native.gelu_backward(dy, x, approximate="tanh"),
        ),
        "exponential": (lambda: torch.exp(x), lambda y: dy * y),
        "hard_sigmoid": (lambda: F.hardsigmoid(x), lambda y: native.hardsigmoid_backward(dy, x)),
        "hard_silu": (lambda: F.hardswish(x), lambda y: native.hardswish_backward(dy, x)),
        "hard_tanh": (lambda: F.hardtanh(x), lambda y: native.hardtanh_backward(dy, x, -1, 1)),
        "hard_shrink": (lambda: F.hardshrink(x), lambda y: native.hardshrink_backward(dy, x, 0.5)),
        "soft_shrink": (lambda: F.softshrink(x), lambda y: native.softshrink_backward(dy, x, 0.5)),
        "tanh_shrink": (lambda: F.tanhshrink(x), None),
        "threshold(0.5, -1)": (lambda: F.threshold(x, 0.5, -1), lambda y: native.threshold_backward(dy, x, 0.5)),
        "log_sigmoid": (lambda: F.logsigmoid(x), lambda y: native.log_sigmoid_backward(dy, x, buffer)),
        "mish": (lambda: F.mish(x), lambda y: native.mish_backward(dy, x)),
        "relu6": (lambda: F.relu6(x), lambda y: native.hardtanh_backward(dy, x, 0, 6)),
        "glu": (lambda: F.glu(x), lambda y: native.glu_backward(half, x, 1)),
    }


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    x = torch.randn(ROWS, COLUMNS)
    dy = torch.randn(ROWS, COLUMNS)
    functions = {"softsign": F.softsign, "tanh_shrink": F.tanhshrink}
    times = {}
    for name, (forward, backward) in cases(x, dy).items():
        y = forward()
        back = differentiated(functions[name], x, dy) if backward is None else lambda: backward(y)
        times[name] = [median(forward), median(back)]
    print(json.dumps(times))


if __name__ == "__main__":
    main()
