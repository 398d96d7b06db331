package io.kindling.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the layers of a network stand in a picture: in rows, each as far down as its longest way from an input is, and near
 * the middle of what feeds it. A connection that passes rows has a place in each of them, so that it runs beside the boxes.
 *
 * <p>Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures", IEEE Transactions on
 * Systems, Man and Cybernetics 11(2), 1981, with one pass down.
 */
final class PictureLayout {
    /** A connection's way: its places in the rows from its source to its target, both included. */
    record Way(List<Place> places) {}

    /** A layer's place, or one of a connection that passes. */
    static final class Place {
        private final int row;
        private final double width;
        private final List<Place> sources = new ArrayList<>();
        private double middle;

        private Place(int row, double width) {
            this.row = row;
            this.width = width;
        }

        int row() {
            return row;
        }

        /** How far its middle is from that of the picture, to the right. */
        double middle() {
            return middle;
        }

        private double ofSources() {
            return sources.stream().mapToDouble(Place::middle).average().orElse(0);
        }
    }

    private static final double PASSING = 16;

    private final double box;
    private final double gap;
    private final List<Place> layers = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final List<List<Place>> rows = new ArrayList<>();

    /**
     * Lays out a network.
     *
     * @param box how wide a layer's box is
     * @param gap the space between two places in a row
     */
    PictureLayout(NetworkPlan plan, double box, double gap) {
        this.box = box;
        this.gap = gap;
        for (LayerPlan layer : plan.layers()) {
            int row = layer.from().stream()
                    .mapToInt(source -> layers.get(source).row + 1)
                    .max()
                    .orElse(0);
            Place place = add(row, box);
            layers.add(place);
            layer.from().stream().distinct().forEach(source -> connect(layers.get(source), place));
        }
        rows.forEach(this::arrange);
    }

    private Place add(int row, double width) {
        while (rows.size() <= row) {
            rows.add(new ArrayList<>());
        }
        Place place = new Place(row, width);
        rows.get(row).add(place);
        return place;
    }

    private void connect(Place source, Place target) {
        List<Place> way = new ArrayList<>(List.of(source));
        for (int row = source.row + 1; row < target.row; row++) {
            Place passing = add(row, PASSING);
            passing.sources.add(way.get(way.size() - 1));
            way.add(passing);
        }
        target.sources.add(way.get(way.size() - 1));
        way.add(target);
        ways.add(new Way(way));
    }

    /** Orders a row by the middle of what feeds each place, and centres it. */
    private void arrange(List<Place> row) {
        row.sort(Comparator.comparingDouble(Place::ofSources));
        double whole = row.stream().mapToDouble(place -> place.width + gap).sum() - gap;
        double left = -whole / 2;
        for (Place place : row) {
            place.middle = left + place.width / 2;
            left += place.width + gap;
        }
    }

    /** The place of each layer, in the plan's order. */
    List<Place> layers() {
        return layers;
    }

    List<Way> ways() {
        return ways;
    }

    int rows() {
        return rows.size();
    }

    /** How far the widest row reaches from the middle. */
    double half() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> Math.abs(place.middle) + place.width / 2)
                .max()
                .orElse(box / 2);
    }
}
