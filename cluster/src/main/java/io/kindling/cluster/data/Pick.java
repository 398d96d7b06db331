package io.kindling.cluster.data;

import io.kindling.cluster.cells.CellType;
import java.io.Serializable;

/**
 * A column of a table that is wanted.
 *
 * @param column its name in the table
 * @param name what it is to be called
 * @param type what its cells are to be read as
 */
public record Pick(String column, String name, CellType type) implements Serializable {}
