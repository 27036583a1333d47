package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.deadletter.DeadLetter;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry.Result;
import io.github.icatimgcif.entrypoint.message.DeadLetterRetry.Retried;
import io.github.icatimgcif.entrypoint.report.Html;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dead letters as parts of pages. What they hold is anybody's: all of it is escaped, and a bounded part of it shown. */
final class DeadLetterHtml {

    private static final int LONGEST_CONTENT = 20_000;
    private static final int LONGEST_BYTES = 512;
    private static final int MOST_HEADERS = 50;

    private DeadLetterHtml() {}

    /**
     * What may be done with them.
     *
     * @param token    the field that each form carries
     * @param mayPurge whether they may be thrown away
     */
    record Controls(String token, boolean mayPurge) {

        String buttons() {
            return "<p class=\"buttons\"><button formaction=\"/console/dead-letters/retry\">Read again</button>"
                    + (mayPurge
                            ? " <button class=\"danger\" formaction=\"/console/dead-letters/purge\">Throw away ...</button>"
                            : "")
                    + "</p>";
        }
    }

    static String filter(String door, String reason) {
        return "<form class=\"row\" method=\"get\" action=\"/console/dead-letters\">"
                + "<p><label for=\"door\">Door</label><input id=\"door\" name=\"door\" maxlength=\"100\" value=\""
                + Html.escaped(door) + "\"></p><p class=\"wide\"><label for=\"reason\">Part of the reason</label>"
                + "<input id=\"reason\" name=\"reason\" maxlength=\"200\" value=\"" + Html.escaped(reason)
                + "\"></p><p><button>Filter</button></p></form>";
    }

    static String list(List<DeadLetter> page, long count, Controls controls, Optional<String> next) {
        if (page.isEmpty()) {
            return "<p>None.</p>";
        }
        Table table = new Table(
                count + " messages that announce no dataset",
                List.of("Number", "Reason", "Door and origin", "Size", "Attempts", "Last attempt"),
                page.stream().map(DeadLetterHtml::row).toList());
        return "<form method=\"post\" action=\"/console/dead-letters/retry\">" + controls.token() + table.html()
                + controls.buttons() + "</form>"
                + next.map(address -> "<p><a href=\"" + address + "\">Next page</a></p>")
                        .orElse("");
    }

    private static List<String> row(DeadLetter letter) {
        String id = Long.toString(letter.id());
        return List.of(
                "<label class=\"box\"><input type=\"checkbox\" name=\"letter\" value=\"" + id
                        + "\"><span class=\"hidden\">Choose</span> <a href=\"/console/dead-letters/" + id + "\">" + id
                        + "</a></label>",
                Shown.text(letter.reason()),
                Shown.text(letter.door()) + ", " + Shown.text(letter.origin()),
                letter.size() + " bytes",
                Integer.toString(letter.attempts()),
                Shown.moment(letter.last()));
    }

    static String letter(DeadLetter letter, byte[] content, Controls controls) {
        List<List<String>> facts = new ArrayList<>(List.of(
                List.of("Reason", Shown.text(letter.reason(), 2000)),
                List.of("Door", Shown.text(letter.door())),
                List.of("Origin", Shown.text(letter.origin())),
                List.of("Key", Shown.text(letter.key().orElse("none"))),
                List.of("Size", letter.size() + " bytes" + (letter.isWhole() ? "" : ", " + letter.kept() + " kept")),
                List.of("Attempts", Integer.toString(letter.attempts())),
                List.of("First attempt", Shown.moment(letter.first())),
                List.of("Last attempt", Shown.moment(letter.last()))));
        return new Table("What is known of it", List.of("What", "Value"), facts).html()
                + headers(letter.headers())
                + "<h2>Content</h2>" + content(content)
                + "<form method=\"post\" action=\"/console/dead-letters/retry\">" + controls.token()
                + "<input type=\"hidden\" name=\"letter\" value=\"" + letter.id() + "\">" + controls.buttons()
                + "</form><p><a href=\"/console/dead-letters\">All dead letters</a></p>";
    }

    private static String headers(Map<String, String> headers) {
        if (headers.isEmpty()) {
            return "";
        }
        return new Table(
                        "Headers",
                        List.of("Header", "Value"),
                        new TreeMap<>(headers)
                                .entrySet().stream()
                                        .limit(MOST_HEADERS)
                                        .map(header ->
                                                List.of(Shown.text(header.getKey()), Shown.text(header.getValue())))
                                        .toList())
                .html();
    }

    /** The beginning of it as text, else as bytes; line breaks stay, everything else that steers is shown. */
    static String content(byte[] content) {
        Optional<String> text = text(content);
        if (text.isEmpty()) {
            int shown = Math.min(content.length, LONGEST_BYTES);
            return "<p>No UTF-8; the first " + shown + " bytes:</p><pre tabindex=\"0\">"
                    + HexFormat.ofDelimiter(" ").formatHex(content, 0, shown) + "</pre>";
        }
        String beginning =
                text.get().length() <= LONGEST_CONTENT ? text.get() : text.get().substring(0, LONGEST_CONTENT);
        String lines = beginning.lines().map(Html::escaped).collect(Collectors.joining("\n"));
        boolean isCut = beginning.length() < text.get().length();
        return "<pre tabindex=\"0\" aria-label=\"Content\">" + lines + "</pre>"
                + (isCut ? "<p>The first " + LONGEST_CONTENT + " characters.</p>" : "");
    }

    private static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** What came of letters that were read again, as a part of an address: three numbers, which {@link #readAgain} reads. */
    static String outcome(List<Retried> retried) {
        return "readAgain="
                + Arrays.stream(Result.values())
                        .map(result -> Long.toString(retried.stream()
                                .filter(one -> one.result() == result)
                                .count()))
                        .collect(Collectors.joining("-"));
    }

    /** The same for a person; nothing if there is nothing to say. */
    static String readAgain(String numbers) {
        if (!numbers.matches("[0-9]{1,6}-[0-9]{1,6}-[0-9]{1,6}")) {
            return "";
        }
        String[] counts = numbers.split("-");
        return "<p class=\"message\" role=\"status\">Read again: " + counts[0] + " announce a dataset now, " + counts[1]
                + " are not for this service, " + counts[2] + " still cannot be read.</p>";
    }

    static String question(List<Long> chosen, String token) {
        String fields = chosen.stream()
                .map(id -> "<input type=\"hidden\" name=\"letter\" value=\"" + id + "\">")
                .collect(Collectors.joining());
        String numbers = chosen.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "<p>" + chosen.size() + " chosen: " + numbers
                + ". They cannot be got back.</p><form method=\"post\" action=\"/console/dead-letters/purge\">" + token
                + fields + "<input type=\"hidden\" name=\"sure\" value=\"yes\">"
                + "<p class=\"buttons\"><button class=\"danger\">Throw away</button>"
                + " <a href=\"/console/dead-letters\">Keep them</a></p></form>";
    }
}
