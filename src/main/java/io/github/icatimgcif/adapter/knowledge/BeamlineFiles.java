package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.BeamlineKnowledge;
import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the files {@code beamlines/<facility>/<beamline>.yaml} say. */
public final class BeamlineFiles implements BeamlineKnowledge {

    private final List<BeamlineFile> files;

    private BeamlineFiles(List<BeamlineFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads all of them. Where two beamlines of different facilities have the same name, that of {@code facility} is meant.
     *
     * @param facility short name of the facility, the folder of its beamlines
     * @throws MistakeInConfiguration if a file says something that cannot be meant
     */
    public static BeamlineFiles read(FacilityFiles files, String facility) {
        List<BeamlineFile> own = new ArrayList<>();
        List<BeamlineFile> others = new ArrayList<>();
        files.below("beamlines")
                .forEach((file, text) -> (file.startsWith("beamlines/" + facility + "/") ? own : others)
                        .add(BeamlineFile.read(file, text)));
        own.addAll(others);
        return new BeamlineFiles(own);
    }

    @Override
    public Optional<BeamlinePeriod> at(
            String beamlineNameOrAlias, Optional<String> instrumentName, Optional<LocalDate> date) {
        return instrumentName
                .flatMap(this::named)
                .or(() -> named(beamlineNameOrAlias))
                .flatMap(file -> file.periods().stream()
                        .filter(dated -> dated.holdsAt(date))
                        .map(BeamlineFile.Dated::period)
                        .findFirst());
    }

    private Optional<BeamlineFile> named(String name) {
        String plain = BeamlineFile.plain(name);
        return plain.isEmpty()
                ? Optional.empty()
                : files.stream().filter(file -> file.names().contains(plain)).findFirst();
    }
}
