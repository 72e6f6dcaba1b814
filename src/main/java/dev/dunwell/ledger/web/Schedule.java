package dev.dunwell.ledger.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Instalment;
import dev.dunwell.web.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Instalments as a person writes them: one on a line, {@code 2026-12-31 50.00}. */
final class Schedule {

    private Schedule() {}

    /** Those written into a field, in the currency of the amount; what cannot be read is a problem of the field. */
    static List<Instalment> read(Typed typed, String field, Money amount) {
        List<Instalment> parts = new ArrayList<>();
        for (String line : typed.text(field).lines().filter(l -> !l.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+", 2);
            try {
                var part = new BigDecimal(words[1].replace(',', '.'));
                parts.add(new Instalment(LocalDate.parse(words[0]), Money.of(part, amount.currency())));
            } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                typed.refuse(field, "Write each as 2026-12-31 50.00 on a line of its own; not so: " + line);
            }
        }
        return parts;
    }

    static String written(List<Instalment> parts) {
        return parts.stream()
                .map(part -> part.dueOn() + " " + part.amount().amount().toPlainString())
                .collect(Collectors.joining("\n"));
    }
}
