package dev.dunwell.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reference rates by half-year; a half-year without one has none, the one before is not carried on. */
public final class RateTable {

    private record Key(Reference reference, LocalDate from) {}

    private final Map<Key, ReferenceRate> rates = new LinkedHashMap<>();

    /** @param rates a later one of the same half-year replaces an earlier one */
    public RateTable(Collection<ReferenceRate> rates) {
        rates.forEach(rate -> this.rates.put(new Key(rate.reference(), rate.from()), rate));
    }

    /** The rate that counts on a day. */
    public Optional<BigDecimal> on(Reference reference, LocalDate day) {
        return Optional.ofNullable(rates.get(new Key(reference, Reference.halfYear(day))))
                .map(ReferenceRate::percent);
    }

    /** Those of one reference, the newest first. */
    public List<ReferenceRate> of(Reference reference) {
        return rates.values().stream()
                .filter(rate -> rate.reference() == reference)
                .sorted(Comparator.comparing(ReferenceRate::from).reversed())
                .toList();
    }
}
