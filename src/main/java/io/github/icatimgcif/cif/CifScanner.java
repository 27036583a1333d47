package io.github.icatimgcif.cif;

import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.cif.CifTokens.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a CIF 1.1 or CIF 2.0 file once, holding no more than one value, and tells what stands in it. Where something is not
 * CIF it says so and goes on with what can be made out next, so that one look finds all mistakes.
 */
public final class CifScanner {

    /** More than any category of any dictionary has. */
    private static final int MOST_COLUMNS = 10_000;

    private final CifTokens tokens;
    private final Until until;
    private final CifEvents events;
    private boolean inBlock;
    private boolean ended;

    private CifScanner(CifTokens tokens, Until until, CifEvents events) {
        this.tokens = tokens;
        this.until = until;
        this.events = events;
    }

    /**
     * Goes through a file.
     *
     * @param in is not closed, and may be read further than {@code until} reaches
     * @throws CifUnreadable if it exceeds the limits, or if the events say so
     */
    public static void scan(InputStream in, CifLimits limits, Until until, CifEvents events) throws IOException {
        new CifScanner(new CifTokens(in, limits, events::problem), until, events).scan();
    }

    private void scan() throws IOException {
        boolean toldOfValue = false;
        tokens.next();
        while (!ended && tokens.kind() != Kind.END) {
            if (!inBlock && tokens.kind() != Kind.BLOCK) {
                tokens.problem("a CIF begins with data_ and the name of a block");
                while (tokens.kind() != Kind.BLOCK && tokens.kind() != Kind.END) {
                    tokens.next();
                }
                continue;
            }
            if (!tokens.isValue()) {
                toldOfValue = false;
            }
            switch (tokens.kind()) {
                case BLOCK -> block();
                case NAME -> pair();
                case LOOP -> loop();
                case FRAME -> frame();
                case FRAME_END -> {
                    tokens.problem("save_ ends a frame that has not begun");
                    tokens.next();
                }
                default -> {
                    if (!toldOfValue) {
                        tokens.problem("a value without a name: every value follows a name or stands in a loop");
                        toldOfValue = true;
                    }
                    tokens.next();
                }
            }
        }
        if (!inBlock) {
            tokens.problem("there is no data block; a CIF begins with data_ and the name of a block");
        }
        events.endOfFile();
    }

    private void block() throws IOException {
        if (inBlock && until == Until.SECOND_BLOCK) {
            ended = true;
            return;
        }
        inBlock = true;
        events.block(tokens.text(), tokens.line(), tokens.column());
        tokens.next();
    }

    private void pair() throws IOException {
        CifName name = name();
        tokens.next();
        if (!tokens.isValue()) {
            events.problem(new CifProblem(
                    name.line(), name.column(), name.spelled() + " has no value; ? says that it is not known"));
            return;
        }
        if (events.pair(name)) {
            take();
        }
        goOn();
    }

    private void loop() throws IOException {
        int line = tokens.line();
        int column = tokens.column();
        List<CifName> names = new ArrayList<>();
        while (tokens.next() == Kind.NAME) {
            if (names.size() == MOST_COLUMNS) {
                throw new CifUnreadable(line, "a loop of more than " + MOST_COLUMNS + " items");
            }
            names.add(name());
        }
        boolean wanted = false;
        if (names.isEmpty()) {
            events.problem(new CifProblem(line, column, "loop_ must be followed by the names of items"));
        } else {
            wanted = events.loop(List.copyOf(names), line);
        }
        long values = values(wanted);
        if (names.isEmpty() || ended) {
            return;
        }
        if (values == 0 || values % names.size() != 0) {
            events.problem(new CifProblem(
                    line,
                    column,
                    "the loop of " + names.get(0).spelled() + " has " + values + " values for " + names.size()
                            + " items; it needs as many for each row, and a row"));
        }
        if (wanted) {
            events.endOfLoop();
        }
    }

    private long values(boolean wanted) throws IOException {
        long values = 0;
        while (!ended && tokens.isValue()) {
            values++;
            if (wanted) {
                take();
            }
            goOn();
        }
        return values;
    }

    private void frame() throws IOException {
        int line = tokens.line();
        int column = tokens.column();
        boolean wanted = events.frame(tokens.text(), line, column);
        tokens.next();
        while (!ended && tokens.kind() != Kind.FRAME_END) {
            if (tokens.kind() == Kind.END || tokens.kind() == Kind.BLOCK || tokens.kind() == Kind.FRAME) {
                events.problem(new CifProblem(line, column, "the frame is not ended by save_"));
                events.endOfFrame();
                return;
            }
            if (wanted && tokens.kind() == Kind.NAME) {
                pair();
            } else if (wanted && tokens.kind() == Kind.LOOP) {
                loop();
            } else {
                if (wanted) {
                    tokens.problem("a value without a name: every value follows a name or stands in a loop");
                }
                tokens.next();
            }
        }
        events.endOfFrame();
        tokens.next();
    }

    private void take() {
        switch (tokens.kind()) {
            case LIST -> events.compound(tokens.compound(), tokens.line(), tokens.column());
            case TEXT -> events.value(CifSpelling.QUOTED, tokens.text(), tokens.line(), tokens.column());
            case BINARY -> events.value(CifSpelling.BINARY, tokens.text(), tokens.line(), tokens.column());
            default -> events.value(CifSpelling.BARE, tokens.text(), tokens.line(), tokens.column());
        }
    }

    private void goOn() throws IOException {
        if (tokens.kind() == Kind.BINARY && until == Until.FIRST_BINARY_SECTION) {
            ended = true;
        } else {
            tokens.next();
        }
    }

    private CifName name() {
        return new CifName(tokens.text(), tokens.line(), tokens.column());
    }
}
