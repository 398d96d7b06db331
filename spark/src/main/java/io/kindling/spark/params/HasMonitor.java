package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** What is looked at to tell whether an epoch was better: {@code val_loss}, {@code val_accuracy} or another metric. */
public interface HasMonitor<S> extends FluentParams<S> {

    default Param<String> monitor() {
        return new MonitorParam(this);
    }

    default String getMonitor() {
        return getOrDefault(monitor());
    }

    default S setMonitor(String value) {
        set(monitor(), value);
        return self();
    }
}
