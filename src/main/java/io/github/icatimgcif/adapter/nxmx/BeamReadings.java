package io.github.icatimgcif.adapter.nxmx;

import io.github.icatimgcif.adapter.hdf5.Hdf5Dataset;
import io.github.icatimgcif.adapter.hdf5.NumberColumn;
import io.github.icatimgcif.adapter.hdf5.master.Fields;
import io.github.icatimgcif.adapter.hdf5.master.Findings;
import io.github.icatimgcif.provenance.Reading;
import io.github.icatimgcif.provenance.Source;
import io.github.icatimgcif.provenance.SourceTerm;
import io.github.icatimgcif.quantity.Quantity;
import io.github.icatimgcif.quantity.Unit;
import io.github.icatimgcif.quantity.UnitWords;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Wavelength and energy of the beam. Of a wavelength for each shot the first is given, of a spectrum its weighted mean; an energy
 * of electrons becomes their wavelength here, as that of photons is computed otherwise.
 */
final class BeamReadings {

    private static final String WAVELENGTH = "instrument/beam/incident_wavelength";
    private static final String ENERGY = "instrument/beam/incident_energy";

    private final NxmxEntry entry;
    private final Findings findings;
    private final List<Reading> readings = new ArrayList<>();

    BeamReadings(NxmxEntry entry, Findings findings) {
        this.entry = entry;
        this.findings = findings;
    }

    List<Reading> read() {
        Optional<Hdf5Dataset> wavelength = field("incident_wavelength");
        wavelength.ifPresent(this::wavelength);
        if (!isElectron()) {
            field("incident_energy")
                    .ifPresent(energy -> energy.numbers()
                            .first()
                            .ifPresent(number -> add(ENERGY, number.toString(), Fields.unitWord(energy))));
        } else if (wavelength.flatMap(w -> w.numbers().first()).isEmpty()) {
            ofElectrons();
        }
        return readings;
    }

    private void wavelength(Hdf5Dataset field) {
        NumberColumn numbers = field.numbers();
        Optional<BigDecimal> mean = mean(numbers);
        if (mean.isPresent()) {
            findings.note(
                    field.path(), "is a spectrum of " + numbers.size() + " wavelengths; their weighted mean is used");
        } else if (numbers.size() > 1 && !areEqual(numbers)) {
            findings.warning(field.path(), "has a value for each frame and they differ; the first is used for all");
        }
        mean.or(numbers::first).ifPresent(number -> add(WAVELENGTH, number.toString(), Fields.unitWord(field)));
    }

    /** The mean by the weights beside the wavelengths, of one spectrum or of one for each shot, under either name. */
    private Optional<BigDecimal> mean(NumberColumn wavelengths) {
        Optional<NumberColumn> weights = field("incident_wavelength_weights")
                .or(() -> field("incident_wavelength_weight"))
                .map(Hdf5Dataset::numbers)
                .filter(column ->
                        wavelengths.size() > 1 && !column.isEmpty() && column.size() % wavelengths.size() == 0);
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.get().size(); i++) {
            sum += wavelengths.value(i % wavelengths.size()) * weights.get().value(i);
            total += weights.get().value(i);
        }
        double mean = sum / total;
        return Double.isFinite(mean) && mean > 0
                ? Optional.of(new BigDecimal(mean).round(new MathContext(9)))
                : Optional.empty();
    }

    private boolean isElectron() {
        return Fields.text(entry.at("source/probe").or(() -> entry.at("instrument/source/probe")))
                .filter(probe -> probe.toLowerCase(Locale.ROOT).startsWith("electron"))
                .isPresent();
    }

    /** By the energy of the beam, else by the voltage of the source, whose value in V is the energy in eV. */
    private void ofElectrons() {
        Optional<BigDecimal> volts = field("incident_energy")
                .flatMap(energy -> in(energy, Unit.ELECTRONVOLT))
                .or(() -> entry.at("source/voltage")
                        .or(() -> entry.at("instrument/source/voltage"))
                        .flatMap(Fields::dataset)
                        .flatMap(voltage -> in(voltage, Unit.VOLT)))
                .filter(number -> number.signum() > 0);
        if (volts.isEmpty()) {
            return;
        }
        String angstrom = ElectronWavelength.inAngstrom(volts.get()).toPlainString();
        findings.note(
                WAVELENGTH,
                "is computed from the energy of the electrons, " + volts.get().toPlainString() + " eV: " + angstrom
                        + " angstrom");
        add(WAVELENGTH, angstrom, Optional.of("angstrom"));
    }

    /** A number whose unit is stated, in another of the same kind. */
    private static Optional<BigDecimal> in(Hdf5Dataset field, Unit unit) {
        return Fields.unitWord(field)
                .flatMap(UnitWords::unit)
                .filter(stated -> stated.dimension() == unit.dimension())
                .flatMap(stated -> field.numbers()
                        .first()
                        .map(number -> new Quantity(number, stated).in(unit).magnitude()));
    }

    private Optional<Hdf5Dataset> field(String name) {
        return entry.at("instrument/beam/" + name)
                .or(() -> entry.at("sample/beam/" + name))
                .flatMap(Fields::dataset);
    }

    private static boolean areEqual(NumberColumn numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.value(i) != numbers.value(0)) {
                return false;
            }
        }
        return true;
    }

    private void add(String name, String text, Optional<String> unit) {
        readings.add(new Reading(Source.RAW_FILE, new SourceTerm(SourceTerm.NXMX, name), text, unit));
    }
}
