package io.kindling.spark.params;

import io.kindling.spark.training.Monitor;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The name of what is monitored. */
final class MonitorParam extends Param<String> {
    private static final long serialVersionUID = 1;

    MonitorParam(Params parent) {
        super(parent, "monitor", "what tells whether an epoch was better: val_loss, val_accuracy or another metric");
    }

    @Override
    public void validate(String value) {
        Monitor.of(value);
    }
}
