package io.kindling.activations.custom;

import io.kindling.errors.KindlingException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The functions that users have registered in this process, as they are sent to others.
 *
 * <p>{@link #registered} goes with a task, and {@link #register} on the other side makes the names known there.
 */
public final class UserFunctions implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Map<String, UserFunction> TABLE = new ConcurrentHashMap<>();

    /** A function with its derivative. */
    public record UserFunction(PointwiseFunction function, PointwiseDerivative derivative) implements Serializable {}

    private final Map<String, UserFunction> functions;

    private UserFunctions(Map<String, UserFunction> functions) {
        this.functions = functions;
    }

    /** All that are registered now. */
    public static UserFunctions registered() {
        return new UserFunctions(Map.copyOf(TABLE));
    }

    /** Makes these known in this process. */
    public void register() {
        TABLE.putAll(functions);
    }

    /**
     * Registers a function under a name, in place of one that has it.
     *
     * @throws KindlingException if it cannot be sent to executors, or the derivative is not that of the function
     */
    public static void put(String name, UserFunction function) {
        requireSerializable(name, function);
        DerivativeCheck.require(name, function);
        TABLE.put(name, function);
    }

    /**
     * The function that is registered under a name.
     *
     * @throws KindlingException if there is none
     */
    public static UserFunction named(String name) {
        UserFunction function = TABLE.get(name);
        if (function == null) {
            throw new KindlingException("The activation '" + name + "' is a user's own, and nothing is registered"
                    + " under this name. Call CustomActivation.register(\"" + name
                    + "\", function, derivative) before the model is loaded or trained.");
        }
        return function;
    }

    /** Early, as Spark would only say it when a task starts. */
    private static void requireSerializable(String name, UserFunction function) {
        try (ObjectOutputStream out = new ObjectOutputStream(OutputStream.nullOutputStream())) {
            out.writeObject(function);
        } catch (IOException refused) {
            throw new KindlingException(
                    "The activation '" + name + "' cannot be sent to executors: what its functions refer to must be"
                            + " serializable. " + refused.getMessage() + " is not.",
                    refused);
        }
    }
}
