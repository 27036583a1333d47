package io.github.icatimgcif.adapter.knowledge;

import io.github.icatimgcif.conversion.complete.BeamlineKnowledge;
import io.github.icatimgcif.conversion.complete.BeamlinePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the files {@code beamlines/<facility>/<beamline>.yaml} say. A file is understood when its beamline is first asked for: a
 * single conversion needs one of them.
 */
public final class BeamlineFiles implements BeamlineKnowledge {

    /** A file that may not have been understood yet; {@code plain} is its text as names are compared. */
    private record Unread(String file, String text, String plain) {}

    /** Serial numbers in the text of a file, so that of a single conversion only the files are understood that matter. */
    private static final Pattern SERIAL = Pattern.compile("\\bserial:\\s*[\"']?([^\\s\"',}]+)");

    private final List<Unread> files;
    private final Map<String, BeamlineFile> understood = new ConcurrentHashMap<>();

    private BeamlineFiles(List<Unread> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Takes all of them. Where two beamlines of different facilities have the same name, that of {@code facility} is meant.
     *
     * @param facility short name of the facility, the folder of its beamlines
     */
    public static BeamlineFiles read(FacilityFiles files, String facility) {
        List<Unread> own = new ArrayList<>();
        List<Unread> others = new ArrayList<>();
        files.below("beamlines")
                .forEach((file, text) -> (file.startsWith("beamlines/" + facility + "/") ? own : others)
                        .add(new Unread(file, text, BeamlineFile.plain(text))));
        own.addAll(others);
        return new BeamlineFiles(own);
    }

    /**
     * Understands every file now, as a service should when it starts.
     *
     * @return itself
     * @throws MistakeInConfiguration if a file says something that cannot be meant
     */
    public BeamlineFiles checked() {
        files.forEach(this::understood);
        return this;
    }

    /**
     * {@inheritDoc}
     *
     * @throws MistakeInConfiguration if the file of the beamline says something that cannot be meant
     */
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

    /**
     * {@inheritDoc}
     *
     * @throws MistakeInConfiguration if the file of a beamline with this detector says something that cannot be meant
     */
    @Override
    public List<BeamlinePeriod> bySerialNumber(String serialNumber, Optional<LocalDate> date) {
        return files.stream()
                .filter(file ->
                        SERIAL.matcher(file.text()).results().anyMatch(found -> serialNumber.contains(found.group(1))))
                .map(this::understood)
                .flatMap(file -> file.periods().stream())
                .filter(dated -> dated.holdsAt(date))
                .filter(dated -> dated.detectors().anyMatch(detector -> detector.isNamedIn(serialNumber)))
                .map(BeamlineFile.Dated::period)
                .toList();
    }

    private Optional<BeamlineFile> named(String name) {
        String plain = BeamlineFile.plain(name);
        return plain.isEmpty()
                ? Optional.empty()
                : files.stream()
                        .filter(file -> file.plain().contains(plain))
                        .map(this::understood)
                        .filter(file -> file.names().contains(plain))
                        .findFirst();
    }

    private BeamlineFile understood(Unread file) {
        return understood.computeIfAbsent(file.file(), name -> BeamlineFile.read(name, file.text()));
    }
}
