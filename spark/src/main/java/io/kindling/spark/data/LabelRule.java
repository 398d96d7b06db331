package io.kindling.spark.data;

import java.io.Serializable;

/** Which labels are valid. */
public interface LabelRule extends Serializable {

    /**
     * Refuses a label that is not valid.
     *
     * @throws BadDataException naming the column, what it must hold and the value
     */
    void require(String column, double label);

    /** Whether a row may have several labels, as a vector or an array. */
    default boolean allowsSeveral() {
        return false;
    }

    /** Finite numbers, one or several to a row: what a regression is trained on. */
    static LabelRule numbers() {
        return new LabelRule() {
            private static final long serialVersionUID = 1;

            @Override
            public void require(String column, double label) {
                if (!Float.isFinite((float) label)) {
                    throw new BadDataException(
                            "The column '" + column + "' of labels must hold finite numbers. Received: " + label + ".");
                }
            }

            @Override
            public boolean allowsSeveral() {
                return true;
            }
        };
    }

    /** 0 or 1, one or several to a row: which of some labels a row has. */
    static LabelRule yesOrNo() {
        return new LabelRule() {
            private static final long serialVersionUID = 1;

            @Override
            public void require(String column, double label) {
                if (label != 0 && label != 1) {
                    throw new BadDataException("The column '" + column
                            + "' of labels must hold 0 or 1 for each label. Received: " + label + ".");
                }
            }

            @Override
            public boolean allowsSeveral() {
                return true;
            }
        };
    }

    /** Class indices: whole numbers from 0 to one below the number of classes. */
    static LabelRule classes(int classes) {
        return (column, label) -> {
            if (!(label >= 0 && label < classes && label == Math.rint(label))) {
                throw new BadDataException("The column '" + column + "' of labels must hold class indices from 0 to "
                        + (classes - 1) + ". Received: " + label + ".");
            }
        };
    }

    /** Class indices of a number of classes that is still to be found out. */
    static LabelRule anyClass() {
        return (column, label) -> {
            if (!(label >= 0 && label <= Integer.MAX_VALUE && label == Math.rint(label))) {
                throw new BadDataException("The column '" + column
                        + "' of labels must hold class indices 0, 1, 2, …. Received: " + label + ".");
            }
        };
    }
}
