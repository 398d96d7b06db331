package io.kindling.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record whose fields are written among those of the record around it, each with the component's name before it:
 * {@code kernel} with an initializer as {@code kernel_initializer}. None of these fields is null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Prefixed {}
