package dev.dunwell.invoicing.web;

import dev.dunwell.agreements.Billing;
import dev.dunwell.agreements.Contract;
import dev.dunwell.agreements.Contracts;
import dev.dunwell.agreements.DuePeriod;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contract on the list.
 *
 * @param next what it bills next within a year, by its first period; null when nothing
 * @param endedOn the last day of its last line, where that is over; null while one runs
 */
public record ContractRow(
        Contract contract,
        @Nullable DuePeriod next,
        @Nullable LocalDate endedOn) {

    static ContractRow of(Contract contract, List<Contracts.Line> lines, LocalDate today) {
        LocalDate horizon = today.plusYears(1);
        DuePeriod next = lines.stream()
                .flatMap(line -> Billing.upTo(line.recurring(), horizon).stream())
                .min(Comparator.comparing(DuePeriod::billOn))
                .orElse(null);
        List<LocalDate> ends = lines.stream()
                .map(line -> line.recurring().term().lastDay())
                .filter(Objects::nonNull)
                .toList();
        boolean hasEnded =
                ends.size() == lines.size() && ends.stream().allMatch(last -> last != null && last.isBefore(today));
        return new ContractRow(
                contract,
                next,
                hasEnded ? ends.stream().max(Comparator.naturalOrder()).orElse(null) : null);
    }
}
