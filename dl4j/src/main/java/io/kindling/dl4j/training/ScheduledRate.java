package io.kindling.dl4j.training;

import io.kindling.optimizers.schedules.Schedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonAutoDetect;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A schedule of this project in DL4J's optimizers. */
@JsonAutoDetect(getterVisibility = JsonAutoDetect.Visibility.NONE)
final class ScheduledRate implements ISchedule {
    private static final long serialVersionUID = 1;

    @JsonProperty("schedule")
    private final String text;

    private transient Schedule schedule;

    @JsonCreator
    ScheduledRate(@JsonProperty("schedule") String text) {
        this.text = text;
    }

    static ScheduledRate of(Schedule schedule) {
        return new ScheduledRate(Schedule.registry().format(schedule));
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        if (schedule == null) {
            schedule = Schedule.of(text);
        }
        return schedule.at(iteration);
    }

    @Override
    public ISchedule clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScheduledRate rate && rate.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
