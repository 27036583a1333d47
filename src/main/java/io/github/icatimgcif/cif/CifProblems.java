package io.github.icatimgcif.cif;

import java.util.function.Consumer;

/** Where the token begins that is being read, and whom to tell what is wrong with it. */
final class CifProblems {

    private final Consumer<CifProblem> told;
    private int line = 1;
    private int column = 1;

    CifProblems(Consumer<CifProblem> told) {
        this.told = told;
    }

    /** A token begins at the next byte. */
    void tokenBegins(CifBytes bytes) {
        line = bytes.line();
        column = bytes.column();
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The token is wrong. */
    void ofToken(String what) {
        at(line, column, what);
    }

    /** The next byte is wrong. */
    void here(CifBytes bytes, String what) {
        at(bytes.line(), bytes.column(), what);
    }

    void at(int itsLine, int itsColumn, String what) {
        told.accept(new CifProblem(itsLine, itsColumn, what));
    }
}
