package io.github.icatimgcif.entrypoint.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From bytes to text and back, by what a message says of its encoding; JSON is always UTF-8. */
public final class MessageContent {

    // Longer declarations are not written by any program.
    private static final int LONGEST_DECLARATION = 200;

    private static final Pattern DECLARED_ENCODING =
            Pattern.compile("\\A<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private static final Map<String, Charset> READ = Map.of(
            "UTF-8", StandardCharsets.UTF_8,
            "UTF8", StandardCharsets.UTF_8,
            "US-ASCII", StandardCharsets.US_ASCII,
            "ASCII", StandardCharsets.US_ASCII,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "LATIN1", StandardCharsets.ISO_8859_1);

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private MessageContent() {}

    /**
     * The bytes of a message that a bus delivers as text: in the encoding that the text declares, so that they are those of its
     * author.
     */
    public static byte[] bytes(String text) {
        Charset declared = declared(text)
                .map(name -> READ.getOrDefault(name, StandardCharsets.UTF_8))
                .filter(charset -> charset.newEncoder().canEncode(text))
                .orElse(StandardCharsets.UTF_8);
        return text.getBytes(declared);
    }

    /** Whether it is XML, as far as its first character tells. */
    static boolean isXml(byte[] content) {
        return start(content).strip().startsWith("<");
    }

    /** The text of a message, without a mark of the byte order. */
    static String text(byte[] content) {
        String start = start(content);
        String name = declared(start).orElse("UTF-8");
        Charset charset = Optional.ofNullable(READ.get(name))
                .orElseThrow(() -> new NotAnnouncement("the message declares the encoding '" + ShortText.of(name)
                        + "': send it in UTF-8, US-ASCII or ISO-8859-1"));
        int mark = content.length
                - withoutMark(new String(content, StandardCharsets.ISO_8859_1)).length();
        try {
            // Strict: a parser alone would guess UTF-16 and UTF-32, and replace what it cannot read.
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content, mark, content.length - mark))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotAnnouncement("the message is not encoded in " + name);
        }
    }

    private static Optional<String> declared(String start) {
        Matcher declaration = DECLARED_ENCODING.matcher(start);
        return declaration.find() ? Optional.of(declaration.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static String start(byte[] content) {
        return withoutMark(
                new String(content, 0, Math.min(content.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1));
    }

    private static String withoutMark(String bytes) {
        return bytes.startsWith(BYTE_ORDER_MARK) ? bytes.substring(BYTE_ORDER_MARK.length()) : bytes;
    }
}
