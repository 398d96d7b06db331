package io.kindling.registry;

import io.kindling.errors.KindlingException;
import java.lang.reflect.RecordComponent;

/** Copies of records that differ in one component. */
public final class Records {

    private Records() {}

    /**
     * A copy with another value of one component; the record's constructor checks it.
     *
     * @throws KindlingException if there is no such component
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, String component, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        boolean found = false;
        for (int i = 0; i < components.length; i++) {
            boolean changed = components[i].getName().equals(component);
            values[i] = changed ? value : RecordFields.value(record, components[i]);
            found |= changed;
        }
        if (!found) {
            throw new KindlingException(record.getClass().getSimpleName() + " has no component " + component + ".");
        }
        return (R) RecordFields.create(record.getClass(), values);
    }
}
