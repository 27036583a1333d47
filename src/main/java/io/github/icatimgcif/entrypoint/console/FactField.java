package io.github.icatimgcif.entrypoint.console;

import io.github.icatimgcif.conversion.complete.StatableFact;
import io.github.icatimgcif.entrypoint.report.Html;
import io.github.icatimgcif.judge.dictionary.CifDictionary;
import io.github.icatimgcif.judge.dictionary.DictionaryItem;
import io.github.icatimgcif.judge.dictionary.ValueRange;
import io.github.icatimgcif.quantity.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * The field of one fact, with what the dictionary says of it.
 *
 * @param fact       what is asked for
 * @param definition its item in the dictionary; empty if it is a parameter
 */
record FactField(StatableFact fact, Optional<DictionaryItem> definition) {

    static FactField of(StatableFact fact, CifDictionary dictionary) {
        return new FactField(fact, dictionary.item(fact.subject()));
    }

    /** What is wrong with a text in it, if anything is. */
    Optional<String> reasonAgainst(String text) {
        return fact.reasonAgainst(text)
                .or(() -> range().filter(range ->
                                fact.isNumber() && !range.holdsAbout(new BigDecimal(text.strip()), BigDecimal.ZERO))
                        .map(range -> text.strip() + " is not " + range.inWords()));
    }

    private Optional<ValueRange> range() {
        return definition.flatMap(DictionaryItem::range);
    }

    /**
     * As HTML.
     *
     * @param filled what somebody filled in already
     */
    String html(String filled) {
        String name = fact.term().toString();
        String id = "fact-" + name.replaceAll("[^A-Za-z0-9]+", "-");
        String hint = hint();
        String described = hint.isEmpty() ? "" : " aria-describedby=\"" + id + "-hint\"";
        return "<p><label for=\"" + id + "\" class=\"item\">" + Html.escaped(fact.subject()) + "</label>"
                + (fact.codes().isEmpty() ? input(id, name, described, filled) : choice(id, name, described, filled))
                + (hint.isEmpty() ? "" : "<span class=\"hint\" id=\"" + id + "-hint\">" + hint + "</span>") + "</p>";
    }

    private String input(String id, String name, String described, String filled) {
        return "<input id=\"" + id + "\" name=\"" + name + "\" maxlength=\"1000\" spellcheck=\"false\""
                + (fact.isNumber() ? " inputmode=\"decimal\"" : "") + described + " value=\"" + Html.escaped(filled)
                + "\">";
    }

    private String choice(String id, String name, String described, String filled) {
        StringBuilder options = new StringBuilder("<option value=\"\">not stated</option>");
        for (String code : fact.codes()) {
            options.append("<option")
                    .append(code.equals(filled) ? " selected" : "")
                    .append('>');
            options.append(Html.escaped(code)).append("</option>");
        }
        return "<select id=\"" + id + "\" name=\"" + name + "\"" + described + ">" + options + "</select>";
    }

    private String hint() {
        StringBuilder hint = new StringBuilder(Html.escaped(fact.help()));
        fact.unit().filter(unit -> unit != Unit.ONE).ifPresent(unit -> said(hint, "in " + words(unit.name())));
        definition
                .filter(item -> fact.unit().isEmpty()
                        && !item.unit().isBlank()
                        && !item.unit().equals("none"))
                .ifPresent(item -> said(hint, "in " + Html.escaped(words(item.unit()))));
        range().ifPresent(range -> said(hint, range.inWords()));
        return hint.toString();
    }

    private static void said(StringBuilder hint, String more) {
        hint.append(hint.isEmpty() ? "" : "; ").append(more);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
