package io.github.icatimgcif.cif;

/**
 * Something in a file that is not CIF.
 *
 * @param line   1-based number of the line
 * @param column 1-based number of the character in that line
 * @param what   what is wrong there and what would be right
 */
public record CifProblem(int line, int column, String what) {}
