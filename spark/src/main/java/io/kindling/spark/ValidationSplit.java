package io.kindling.spark;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.params.ValidationParams;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The rows to train on, and those to validate with.
 *
 * @param training the rows to train on
 * @param validation the rows to validate with, if there are any
 */
record ValidationSplit(Dataset<?> training, Optional<Dataset<?>> validation) {

    /**
     * Splits as the params say.
     *
     * @param keepsBack whether rows are kept back where they say nothing
     * @throws KindlingException if they contradict each other
     * @throws BadDataException if one of the two parts has no rows, or the column does not say which
     */
    static ValidationSplit of(Dataset<?> rows, ValidationParams<?> params, boolean keepsBack, long seed) {
        boolean byColumn = params.isDefined(params.validationIndicatorCol());
        boolean byFraction = params.isDefined(params.validationFraction()) && params.getValidationFraction() > 0;
        if (byColumn && byFraction) {
            throw new KindlingException("validationIndicatorCol and validationFraction both say which rows to"
                    + " validate with; only one can be set.");
        }
        if (!byColumn && !byFraction) {
            boolean none = params.isDefined(params.validationFraction()) || !keepsBack;
            if (none && params.isDefined(params.patience())) {
                throw new KindlingException(
                        "patience needs rows to validate with: set validationFraction or" + " validationIndicatorCol.");
            }
            return new ValidationSplit(rows, Optional.empty());
        }
        return byColumn
                ? byColumn(rows.toDF(), params.getValidationIndicatorCol())
                : byFraction(rows.toDF(), params.getValidationFraction(), seed);
    }

    private static ValidationSplit byColumn(Dataset<Row> rows, String name) {
        boolean isBoolean = Arrays.stream(rows.schema().fields())
                .anyMatch(field -> field.name().equals(name) && field.dataType().equals(DataTypes.BooleanType));
        if (!isBoolean) {
            throw new BadDataException("The column '" + name + "' must be a boolean, true for rows to validate with."
                    + " There are: " + rows.schema().simpleString() + ".");
        }
        Column validates = functions.coalesce(functions.col("`" + name + "`"), functions.lit(false));
        return withRows(rows.filter(functions.not(validates)), rows.filter(validates), "The column '" + name + "'");
    }

    private static ValidationSplit byFraction(Dataset<Row> rows, double fraction, long seed) {
        Dataset<Row>[] parts = rows.randomSplit(new double[] {1 - fraction, fraction}, seed);
        return withRows(parts[0], parts[1], "A validationFraction of " + fraction);
    }

    private static ValidationSplit withRows(Dataset<?> training, Dataset<?> validation, String cause) {
        if (training.isEmpty() || validation.isEmpty()) {
            throw new BadDataException(
                    cause + " leaves no row to " + (training.isEmpty() ? "train on." : "validate with."));
        }
        return new ValidationSplit(training, Optional.of(validation));
    }
}
