package io.kindling.layers.convolutional;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The windows that slide over an input (steps, channels) or (height, width, channels), and the positions each covers.
 * A sequence is an image of width 1.
 */
public final class Windows {
    /** A position in the padding. */
    public static final int OUTSIDE = -1;

    private static final Slide WIDTH_OF_ONE = new Slide(1, 1, 1, 1, Padding.VALID);
    private static final List<String> INPUTS = List.of("(steps, channels)", "(height, width, channels)");

    private final Shape input;
    private final List<Slide> axes;

    private Windows(Shape input, List<Slide> axes) {
        this.input = input;
        this.axes = axes;
    }

    /**
     * Windows of a size for each axis.
     *
     * @throws KindlingException if the input has other axes, or is too short for one window
     */
    public static Windows over(
            Shape input, List<Integer> sizes, List<Integer> strides, List<Integer> dilations, Padding padding) {
        requireAxes(input, sizes.size());
        List<Slide> axes = new ArrayList<>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            Slide slide =
                    new Slide(input.dimension(axis), sizes.get(axis), strides.get(axis), dilations.get(axis), padding);
            if (slide.windows() <= 0) {
                throw new KindlingException("Its windows cover " + slide.extent() + " along axis " + (axis + 1)
                        + ", so it needs as many there, or padding \"same\". Received: " + input + ".");
            }
            axes.add(slide);
        }
        return new Windows(input, axes);
    }

    /** One window that covers all of the input. */
    public static Windows whole(Shape input, int axes) {
        requireAxes(input, axes);
        List<Integer> sizes = input.dimensions().subList(0, axes);
        return over(input, sizes, sizes, ones(axes), Padding.VALID);
    }

    /** Refuses an input that has not one axis of channels after these axes. */
    public static void requireAxes(Shape input, int axes) {
        if (input.rank() != axes + 1) {
            throw new KindlingException(
                    "It needs an input of shape " + INPUTS.get(axes - 1) + ". Received: " + input + ".");
        }
    }

    /** A positive length for each of so many axes; a single one stands for all. */
    public static List<Integer> lengths(String layer, String name, List<Integer> given, int axes) {
        boolean fits = given != null
                && (given.size() == 1 || given.size() == axes)
                && given.stream().allMatch(length -> length != null && length > 0);
        if (!fits) {
            throw new KindlingException(layer + " needs " + name + " of "
                    + (axes == 1 ? "one positive length" : axes + " positive lengths, or one for all") + ". Received: "
                    + given + ".");
        }
        return given.size() == axes ? List.copyOf(given) : Collections.nCopies(axes, given.get(0));
    }

    public static List<Integer> ones(int axes) {
        return Collections.nCopies(axes, 1);
    }

    /** A list of what a factory was given. */
    public static List<Integer> list(int... lengths) {
        return Arrays.stream(lengths).boxed().toList();
    }

    /** One place for each window, each with so many channels. */
    public Shape outputShape(int channels) {
        List<Integer> lengths =
                new ArrayList<>(axes.stream().map(Slide::windows).toList());
        lengths.add(channels);
        return new Shape(lengths);
    }

    public int channels() {
        return input.last();
    }

    /** How many windows there are in an example. */
    public int count() {
        return axes.stream().mapToInt(Slide::windows).reduce(1, Math::multiplyExact);
    }

    /** How many positions a window has, those in the padding included. */
    public int taps() {
        return axes.stream().mapToInt(Slide::size).reduce(1, Math::multiplyExact);
    }

    /** Each window's positions, one window after the other: where in an example it is, or {@link #OUTSIDE}. */
    public int[] positions() {
        Slide rows = axes.get(0);
        Slide columns = axes.size() > 1 ? axes.get(1) : WIDTH_OF_ONE;
        int[] positions = new int[Math.multiplyExact(count(), taps())];
        int next = 0;
        for (int i = 0; i < rows.windows(); i++) {
            for (int j = 0; j < columns.windows(); j++) {
                for (int k = 0; k < rows.size(); k++) {
                    for (int l = 0; l < columns.size(); l++) {
                        int row = rows.position(i, k);
                        int column = columns.position(j, l);
                        boolean inside = row != OUTSIDE && column != OUTSIDE;
                        positions[next++] = inside ? row * columns.length() + column : OUTSIDE;
                    }
                }
            }
        }
        return positions;
    }

    /** Windows along one axis. */
    private record Slide(int length, int size, int stride, int dilation, Padding padding) {

        /** How much of the axis a window covers, from its first to its last position. */
        long extent() {
            return (size - 1L) * dilation + 1;
        }

        int windows() {
            if (padding == Padding.VALID) {
                return length < extent() ? 0 : (int) ((length - extent()) / stride) + 1;
            }
            return (length - 1) / stride + 1;
        }

        private long before() {
            return switch (padding) {
                case VALID -> 0;
                case SAME -> Math.max((windows() - 1L) * stride + extent() - length, 0) / 2;
                case CAUSAL -> extent() - 1;
            };
        }

        int position(int window, int tap) {
            long position = (long) window * stride + (long) tap * dilation - before();
            return position >= 0 && position < length ? (int) position : OUTSIDE;
        }
    }
}
