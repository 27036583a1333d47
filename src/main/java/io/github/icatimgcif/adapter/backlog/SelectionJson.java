package io.github.icatimgcif.adapter.backlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.icatimgcif.backlog.PathGlob;
import io.github.icatimgcif.backlog.Selection;
import io.github.icatimgcif.backlog.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A selection as the database stores it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SelectionJson(
        @Nullable String proposal,
        @Nullable String session,
        @Nullable String beamline,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sample,
        List<Long> ids,
        @Nullable String path,
        List<String> states) {

    static SelectionJson of(Selection selection) {
        return new SelectionJson(
                selection.proposal().orElse(null),
                selection.session().orElse(null),
                selection.beamline().orElse(null),
                selection.from().map(LocalDate::toString).orElse(null),
                selection.to().map(LocalDate::toString).orElse(null),
                selection.sample().orElse(null),
                selection.ids().stream().sorted().toList(),
                selection.path().map(PathGlob::text).orElse(null),
                selection.states().stream().map(Standing::name).sorted().toList());
    }

    Selection selection() {
        return new Selection(
                Optional.ofNullable(proposal),
                Optional.ofNullable(session),
                Optional.ofNullable(beamline),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse),
                Optional.ofNullable(sample),
                Set.copyOf(ids),
                Optional.ofNullable(path).map(PathGlob::new),
                states.stream().map(Standing::valueOf).collect(Collectors.toSet()));
    }
}
