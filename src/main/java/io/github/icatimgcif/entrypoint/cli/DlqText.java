package io.github.icatimgcif.entrypoint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Dead letters in words. */
final class DlqText {

    private DlqText() {}

    /** A letter in two lines. */
    static List<String> summary(JsonNode letter) {
        int attempts = letter.path("attempts").asInt();
        return List.of(
                letter.path("id").asText() + "  " + letter.path("door").asText() + "  "
                        + letter.path("origin").asText() + "  " + attempts + (attempts == 1 ? " attempt" : " attempts")
                        + ", last " + letter.path("lastAttempt").asText(),
                "    " + letter.path("reason").asText());
    }

    /** All of a letter but its content. */
    static List<String> details(JsonNode letter) {
        List<String> lines = new ArrayList<>();
        lines.add("number    " + letter.path("id").asText());
        lines.add("door      " + letter.path("door").asText());
        lines.add("origin    " + letter.path("origin").asText());
        if (letter.hasNonNull("key")) {
            lines.add("key       " + letter.path("key").asText());
        }
        letter.path("headers")
                .properties()
                .forEach(header -> lines.add("header    " + header.getKey() + ": "
                        + header.getValue().asText()));
        lines.add("reason    " + letter.path("reason").asText());
        lines.add("attempts  " + letter.path("attempts").asText() + ", first "
                + letter.path("firstAttempt").asText() + ", last "
                + letter.path("lastAttempt").asText());
        JsonNode versions = letter.path("versions");
        lines.add("tried by  icat-imgcif " + versions.path("service").asText() + ", mapping "
                + versions.path("mapping").asText() + ", dictionary "
                + versions.path("dictionary").asText());
        lines.add("size      " + letter.path("size").asText() + " bytes" + kept(letter));
        return lines;
    }

    /** What came of a letter that was tried again. */
    static String retried(JsonNode retried) {
        String result = retried.path("result").asText();
        return retried.path("id").asText() + "  "
                + switch (result) {
                    case "ACCEPTED" -> "accepted: ";
                    case "PASSED_OVER" -> "not for this service: ";
                    default -> "refused: ";
                }
                + retried.path("explanation").asText();
    }

    private static String kept(JsonNode letter) {
        return letter.path("kept").asLong() == letter.path("size").asLong()
                ? ""
                : ", of which the first " + letter.path("kept").asText() + " are kept";
    }
}
