package org.monazite.app.cli.paper;

import org.monazite.app.Progress;
import org.monazite.app.text.Texts;

/// Progress on the last line of a terminal; nothing where nobody watches.
final class TerminalProgress implements Progress {

    private static final long EVERY_NANOS = 100_000_000;

    private final Console console;
    private final Texts texts;
    private String step = "";
    private int written;
    private long last;

    TerminalProgress(Console console, Texts texts) {
        this.console = console;
        this.texts = texts;
    }

    @Override
    public synchronized void step(String key, Object... values) {
        step = texts.get(key, values);
        show(step);
    }

    @Override
    public synchronized void count(int done, int of) {
        long now = System.nanoTime();
        if (done == of) {
            clear();
        } else if (now - last > EVERY_NANOS) {
            last = now;
            show("%s %d/%d (%d %%)".formatted(step, done, of, 100L * done / of));
        }
    }

    private void show(String text) {
        if (console.errIsTerminal()) {
            int width = Width.of(text);
            console.err().print("\r" + text + " ".repeat(Math.max(0, written - width)));
            console.err().flush();
            written = width;
        }
    }

    /// Takes the line away.
    synchronized void clear() {
        if (console.errIsTerminal() && written > 0) {
            console.err().print("\r" + " ".repeat(written) + "\r");
            console.err().flush();
            written = 0;
        }
    }
}
