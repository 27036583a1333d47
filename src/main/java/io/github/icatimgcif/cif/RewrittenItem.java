package io.github.icatimgcif.cif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * A CIF with other values of one item, and otherwise byte for byte as it is: spelling, spaces, comments and line ends too. Streams: no
 * more is held than some pieces of 64 kB and the longest value. Values that are unknown or inapplicable stay so.
 */
public final class RewrittenItem extends InputStream {

    private static final int PIECE = 1 << 16;

    private final PassedBytes bytes;
    private final CifTokens tokens;
    private final String item;
    private final UnaryOperator<String> value;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * PIECE);
    private final List<Boolean> columns = new ArrayList<>();
    private boolean isHeader;
    private int column;
    private byte[] piece = {};
    private int at;
    private boolean isOver;

    /**
     * Begins at the beginning of a file.
     *
     * @param in    is closed with this
     * @param item  its name, {@code _category.object}, in any case
     * @param value makes the new value of the old one; a text of one line
     * @throws CifUnreadable later, where the file is not CIF or exceeds the limits
     */
    public RewrittenItem(InputStream in, CifLimits limits, ItemName item, UnaryOperator<String> value)
            throws IOException {
        this.bytes = new PassedBytes(in);
        this.tokens = new CifTokens(bytes, limits, problem -> {
            throw new CifUnreadable(problem.line(), problem.what());
        });
        this.item = item.toString().toLowerCase(Locale.ROOT);
        this.value = value;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == piece.length && !makePiece()) {
            return -1;
        }
        int now = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, now);
        at += now;
        return now;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private boolean makePiece() throws IOException {
        made.reset();
        while (!isOver && made.size() < PIECE) {
            CifTokens.Kind kind = tokens.next();
            isOver = kind == CifTokens.Kind.END;
            if (isWanted(kind)) {
                bytes.passTo(tokens.start(), made);
                made.writeBytes(word(value.apply(tokens.text())));
                bytes.leaveOutTo(tokens.end());
            } else if (isOver || bytes.heldTo(tokens.end()) >= PIECE) {
                bytes.passTo(tokens.end(), made);
            }
        }
        piece = made.toByteArray();
        at = 0;
        return piece.length > 0;
    }

    /** Follows the grammar, and tells whether the token is a value that is to be another one. */
    private boolean isWanted(CifTokens.Kind kind) {
        switch (kind) {
            case LOOP -> begin(true);
            case NAME -> {
                if (!isHeader) {
                    begin(false);
                }
                columns.add(tokens.text().equalsIgnoreCase(item));
            }
            case BARE, TEXT, BINARY, LIST -> {
                isHeader = false;
                return !columns.isEmpty() && columns.get(column++ % columns.size()) && hasText(kind);
            }
            default -> begin(false);
        }
        return false;
    }

    private void begin(boolean header) {
        columns.clear();
        column = 0;
        isHeader = header;
    }

    private boolean hasText(CifTokens.Kind kind) {
        return kind == CifTokens.Kind.TEXT
                || kind == CifTokens.Kind.BARE
                        && !tokens.text().equals("?")
                        && !tokens.text().equals(".");
    }

    private static byte[] word(String text) {
        String word = CifWriter.word(CifValue.text(text));
        if (word.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a value that takes part of a line is to be written, not " + text);
        }
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
