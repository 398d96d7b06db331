package io.kindling.cluster.command;

import io.kindling.spark.training.AveragingFrequency;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an averaging frequency, so that a wrong one is refused by the name of the option. */
public final class FrequencyConverter implements ITypeConverter<AveragingFrequency> {

    @Override
    public AveragingFrequency convert(String text) {
        try {
            return AveragingFrequency.of(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(wrong.getMessage());
        }
    }
}
