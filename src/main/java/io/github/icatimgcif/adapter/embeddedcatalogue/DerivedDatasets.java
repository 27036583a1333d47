package io.github.icatimgcif.adapter.embeddedcatalogue;

import io.github.icatimgcif.conversion.register.Registration;
import io.github.icatimgcif.conversion.register.RegistrationRefused;
import io.github.icatimgcif.conversion.register.RegistrationRequest;
import io.github.icatimgcif.conversion.validate.Judgement;
import io.github.icatimgcif.conversion.write.WrittenImgCif;
import io.github.icatimgcif.dataset.Sha256;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The datasets that stand for an imgCIF, each linked to the raw dataset it was made from. */
final class DerivedDatasets {

    private static final String APPLICATION = "icat-imgcif";

    private final Sql sql;

    DerivedDatasets(Sql sql) {
        this.sql = sql;
    }

    /** The registration of an imgCIF, made or brought up to date. */
    Registration registered(RegistrationRequest request) throws SQLException {
        long raw = request.entry().id();
        // Whoever registers for the same raw dataset waits here.
        if (sql.first("select id from catalogue_dataset where id = ? for update", row -> row.getLong(1), raw)
                .isEmpty()) {
            throw new RegistrationRefused("the embedded catalogue has no dataset " + raw + ": announce "
                    + request.raw().location());
        }
        Optional<Long> known = sql.first(
                "select derived_id from catalogue_derivation where raw_id = ? and application = ?",
                row -> row.getLong(1),
                raw,
                APPLICATION);
        refuseTheFileOfAnother(request, known);
        long derived = known.isPresent() ? known.get() : made(request);
        boolean sameFile = known.isPresent() && hasContent(derived, request.imgCif());
        if (!sameFile) {
            keep(derived, request);
        }
        boolean sameWords = !keepParameters(derived, request);
        return new Registration(derived, request.name(), sameFile && sameWords);
    }

    /** Two datasets whose imgCIFs have one path, or a dataset that was announced with the path of an imgCIF. */
    private void refuseTheFileOfAnother(RegistrationRequest request, Optional<Long> own) throws SQLException {
        String location = request.imgCif().path().toString();
        Optional<Long> holder = sql.first(
                "select id from catalogue_dataset where location_hash = ?", row -> row.getLong(1), Sha256.of(location));
        if (holder.isPresent() && !holder.equals(own)) {
            throw new RegistrationRefused("the embedded catalogue has " + location + " as its dataset " + holder.get()
                    + ", which is another: change the path of imgCIF files or the name of one of the datasets");
        }
    }

    private long made(RegistrationRequest request) throws SQLException {
        String location = request.imgCif().path().toString();
        long derived = sql.number(
                """
                insert into catalogue_dataset (location_hash, location, name, investigation_id, sample, type, complete, stored)
                values (?, ?, ?, ?, ?, 'processed', true, now()) returning id
                """,
                Sha256.of(location),
                location,
                request.name(),
                request.entry().investigationId(),
                request.raw().sample());
        sql.execute(
                "insert into catalogue_derivation (raw_id, application, derived_id) values (?, ?, ?)",
                request.entry().id(),
                APPLICATION,
                derived);
        return derived;
    }

    private boolean hasContent(long derived, WrittenImgCif file) throws SQLException {
        return sql.first(
                        "select sha256 from catalogue_datafile where dataset_id = ? and location = ?",
                        row -> row.getString(1),
                        derived,
                        file.path().toString())
                .filter(file.sha256()::equals)
                .isPresent();
    }

    private void keep(long derived, RegistrationRequest request) throws SQLException {
        WrittenImgCif file = request.imgCif();
        String location = file.path().toString();
        sql.execute(
                "update catalogue_dataset set name = ?, location = ?, location_hash = ?, stored = now() where id = ?",
                request.name(),
                location,
                Sha256.of(location),
                derived);
        sql.execute(
                """
                insert into catalogue_datafile (dataset_id, location, size, sha256, format, modified)
                values (?, ?, ?, ?, 'imgCIF', ?)
                on conflict (dataset_id) do update set location = excluded.location, size = excluded.size,
                    sha256 = excluded.sha256, modified = excluded.modified
                """,
                derived,
                location,
                file.size(),
                file.sha256(),
                file.modified().atOffset(ZoneOffset.UTC));
    }

    /** Writes what is said of the imgCIF, where it is not there already; whether anything was not. */
    private boolean keepParameters(long derived, RegistrationRequest request) throws SQLException {
        Judgement judgement = request.judgement();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("frames", Integer.toString(request.frames()));
        said.put("verdict", judgement.verdict());
        said.put("warnings", Integer.toString(judgement.warnings().size()));
        said.put("warningTexts", String.join("\n", judgement.texts()));
        said.put("checkImgCif", judgement.checkImgCif());
        said.put("dictionaryVersion", judgement.dictionary());
        boolean isChanged = false;
        for (Map.Entry<String, String> parameter : said.entrySet()) {
            isChanged |= sql.first("""
                            insert into catalogue_parameter as there (dataset_id, name, text) values (?, ?, ?)
                            on conflict (dataset_id, name) do update set text = excluded.text
                                where there.text <> excluded.text
                            returning dataset_id
                            """, row -> row.getLong(1), derived, parameter.getKey(), parameter.getValue())
                    .isPresent();
        }
        return isChanged;
    }
}
