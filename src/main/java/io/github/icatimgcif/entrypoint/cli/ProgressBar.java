package io.github.icatimgcif.entrypoint.cli;

import java.io.PrintWriter;
import java.util.function.IntConsumer;

/** A line on a terminal that shows how far long work is; short work shows nothing. */
final class ProgressBar implements IntConsumer {

    private static final long SHOWN_AFTER_NANOSECONDS = 500_000_000;
    private static final long REDRAWN_AFTER_NANOSECONDS = 100_000_000;
    private static final int WIDTH = 40;

    private final PrintWriter terminal;
    private final String doing;
    private final int total;
    private long next = System.nanoTime() + SHOWN_AFTER_NANOSECONDS;
    private boolean shown;

    ProgressBar(PrintWriter terminal, int total) {
        this(terminal, "writing", total);
    }

    /** @param doing what is being done: {@code converting} */
    ProgressBar(PrintWriter terminal, String doing, int total) {
        this.terminal = terminal;
        this.doing = doing;
        this.total = total;
    }

    @Override
    public void accept(int done) {
        if ((done & 0xFF) != 0 || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + REDRAWN_AFTER_NANOSECONDS;
        draw(done);
    }

    /** Shows how far it is, at once. */
    void draw(int done) {
        shown = true;
        int filled = (int) ((long) WIDTH * done / Math.max(1, total));
        terminal.printf(
                "\r%s [%s%s] %3d%%",
                doing, "#".repeat(filled), " ".repeat(WIDTH - filled), 100L * done / Math.max(1, total));
        terminal.flush();
    }

    /** Removes the line. */
    void finish() {
        if (shown) {
            terminal.print("\r" + " ".repeat(WIDTH + doing.length() + 9) + "\r");
            terminal.flush();
        }
    }
}
