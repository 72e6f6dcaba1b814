package dev.dunwell.payments;

import dev.dunwell.payments.reference.Scheme;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * References that lead money back to what it is for. The same customer or set of invoices always has the same one: ten
 * digits, of which the first says what the other nine are the id of, with the check digits of the bank's scheme.
 */
@Repository
public class References {

    private static final int OF_CUSTOMER = 1;
    private static final int OF_INVOICE = 2;
    private static final int OF_SET = 3;
    private static final long KIND = 1_000_000_000L;
    private static final int DIGITS = 10;
    private static final int LONGEST_TEXT = 2000;
    /** Runs of what references are made of: with blanks, slashes and signs between, as people and banks write them. */
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:RF|SI)?\\s?\\d(?:[\\s/.]?\\d){9,26}-?", Pattern.CASE_INSENSITIVE);
    /** The same in one piece, where another number stands beside it. */
    private static final Pattern IN_ONE_PIECE = Pattern.compile("(?:RF|SI)?\\d{10,27}-?", Pattern.CASE_INSENSITIVE);

    private final JdbcClient db;
    private final BankAccounts accounts;

    References(JdbcClient db, BankAccounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /**
     * What a reference stands for.
     *
     * @param invoiceIds none when it stands for all that the customer owes
     */
    public record Found(Reference reference, long customerId, List<Long> invoiceIds) {}

    /** Of all that a customer owes when no invoice is named, else of exactly these invoices. */
    @Transactional
    public Reference of(Scheme scheme, long customerId, Collection<Long> invoiceIds) {
        List<Long> sorted = invoiceIds.stream().distinct().sorted().toList();
        long digits = switch (sorted.size()) {
            case 0 -> digits(OF_CUSTOMER, customerId);
            case 1 -> digits(OF_INVOICE, sorted.getFirst());
            default -> digits(OF_SET, set(sorted));
        };
        return new Reference(scheme, scheme.write(String.valueOf(digits)));
    }

    /** Of all that a customer owes. */
    static Reference ofCustomer(Scheme scheme, long customerId) {
        return new Reference(scheme, scheme.write(String.valueOf(digits(OF_CUSTOMER, customerId))));
    }

    /**
     * The first reference of ours in what a payer wrote or a bank passed on: its check digits are right, and there is
     * what it stands for. A customer that was merged into another leads to that one.
     *
     * @param text any text, at most its first 2,000 characters are looked at
     */
    @Transactional(readOnly = true)
    public Optional<Found> find(String text) {
        String looked = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        Set<Scheme> schemes = new LinkedHashSet<>(List.of(Scheme.RF));
        schemes.addAll(accounts.schemes());
        return Stream.of(IN_ONE_PIECE, CANDIDATE)
                .flatMap(pattern -> pattern.matcher(looked).results())
                .map(MatchResult::group)
                .flatMap(part -> read(part, schemes).stream())
                .distinct()
                .map(this::standsFor)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static long digits(int kind, long id) {
        if (id >= KIND) {
            throw new IllegalStateException("no reference has room for the id " + id);
        }
        return kind * KIND + id;
    }

    private static List<Reference> read(String part, Set<Scheme> schemes) {
        String bare = part.replaceAll("[\\s/.]", "").toUpperCase(Locale.ROOT);
        List<Reference> read = new ArrayList<>();
        for (Scheme scheme : schemes) {
            scheme.read(bare)
                    .filter(body -> digits(body).matches("[123]\\d{9}"))
                    .ifPresent(_ -> read.add(new Reference(scheme, bare)));
        }
        return read;
    }

    /** Without the zeros that a scheme puts in front. */
    private static String digits(String body) {
        String bare = body.replaceFirst("^0+", "");
        return bare.length() == DIGITS ? bare : "";
    }

    private Optional<Found> standsFor(Reference reference) {
        String digits = digits(reference.scheme().read(reference.text()).orElseThrow());
        long id = Long.parseLong(digits) % KIND;
        return switch (Character.getNumericValue(digits.charAt(0))) {
            case OF_CUSTOMER -> ofCustomer(reference, id);
            case OF_INVOICE -> ofInvoices(reference, List.of(id));
            default ->
                db.sql("select invoices from reference_set where id = :id")
                        .param("id", id)
                        .query((row, _) -> List.of((Long[]) row.getArray(1).getArray()))
                        .optional()
                        .flatMap(invoices -> ofInvoices(reference, invoices));
        };
    }

    private Optional<Found> ofCustomer(Reference reference, long id) {
        return db.sql("select coalesce(merged_into, id) from customer where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .map(customer -> new Found(reference, customer, List.of()));
    }

    private Optional<Found> ofInvoices(Reference reference, List<Long> invoices) {
        List<Long> customers = db.sql(
                        "select customer_id from invoice where id = any(:invoices) and voided_at is null order by id")
                .param("invoices", invoices.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
        return customers.size() == invoices.size()
                ? Optional.of(new Found(reference, customers.getFirst(), invoices))
                : Optional.empty();
    }

    private long set(List<Long> invoices) {
        Long[] ids = invoices.toArray(Long[]::new);
        db.sql("insert into reference_set (invoices) values (cast(:ids as bigint[])) on conflict do nothing")
                .param("ids", ids)
                .update();
        return db.sql("select id from reference_set where invoices = cast(:ids as bigint[])")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }
}
