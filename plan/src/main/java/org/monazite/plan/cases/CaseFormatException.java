package org.monazite.plan.cases;

/// A case that cannot be read, or that asks for more than we can do. The message says what was met and
/// where.
public final class CaseFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String part;
    private final int line;
    private final int column;
    private final String problem;

    /// @param part which text, such as `.sto`
    /// @param line counted from 1; 0 if it is about the whole text
    /// @param problem what was met, with the values in quotes
    public CaseFormatException(String part, int line, String problem) {
        this(part, line, 1, problem);
    }

    /// @param part which text, such as `.sto`
    /// @param line counted from 1; 0 if it is about the whole text
    /// @param column counted from 1
    /// @param problem what was met, with the values in quotes
    public CaseFormatException(String part, int line, int column, String problem) {
        super(
                line > 0
                        ? "%s line %d column %d: %s".formatted(part, line, column, problem)
                        : "%s: %s".formatted(part, problem));
        this.part = part;
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /// Which text, such as `.sto`.
    public String part() {
        return part;
    }

    /// Counted from 1; 0 if it is about the whole text.
    public int line() {
        return line;
    }

    /// Counted from 1.
    public int column() {
        return column;
    }

    /// What was met.
    public String problem() {
        return problem;
    }
}
