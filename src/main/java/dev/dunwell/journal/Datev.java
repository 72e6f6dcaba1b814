package dev.dunwell.journal;

import dev.dunwell.kernel.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Bookings as a DATEV file: format EXTF, Buchungsstapel version 13, one file for a month, as DATEV recommends, in
 * windows-1252 (developer.datev.de, DATEV-Format). An amount is above zero and stands on the debit side (S) of its
 * account; dates have no year, which is why a file never spans two. DATEV knows two decimals: amounts with three are
 * refused by {@link #canHold}.
 */
final class Datev {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final List<String> COLUMNS = columns();
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter BOOKED_ON = DateTimeFormatter.ofPattern("ddMM");
    private static final DateTimeFormatter MADE_AT = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS");
    private static final int LONGEST_DOCUMENT = 36;
    private static final int LONGEST_TEXT = 60;

    private static final int ACCOUNT = 6;
    private static final int CONTRA = 7;
    private static final int BOOKED = 9;
    private static final int DOCUMENT = 10;
    private static final int TEXT = 13;
    private static final int LOCKED = 113;

    private final AccountingSettings settings;
    private final Currency currency;
    private final LocalDateTime madeAt;

    /** @param currency the organisation's own; {@code madeAt} in its zone */
    Datev(AccountingSettings settings, Currency currency, LocalDateTime madeAt) {
        this.settings = settings;
        this.currency = currency;
        this.madeAt = madeAt;
    }

    static boolean canHold(Money amount) {
        return amount.currency().getDefaultFractionDigits() <= 2;
    }

    byte[] file(YearMonth month, List<Booking> bookings) {
        var text = new StringBuilder();
        text.append(head(month)).append("\r\n");
        text.append(String.join(";", COLUMNS)).append("\r\n");
        for (Booking booking : bookings) {
            text.append(line(booking)).append("\r\n");
        }
        return text.toString().getBytes(WINDOWS);
    }

    private String head(YearMonth month) {
        return String.join(
                ";",
                "\"EXTF\";700;21;\"Buchungsstapel\";13",
                MADE_AT.format(madeAt),
                ";\"DW\";\"Dunwell\";\"\"",
                String.valueOf(Objects.requireNonNull(settings.consultant())),
                String.valueOf(Objects.requireNonNull(settings.client())),
                DAY.format(yearOf(month)),
                String.valueOf(settings.accountDigits()),
                DAY.format(month.atDay(1)),
                DAY.format(month.atEndOfMonth()),
                "\"Debitoren " + month + "\";\"\";1;0;0",
                "\"" + currency + "\";;\"\";;;\"\";;;\"\";\"\"");
    }

    private LocalDate yearOf(YearMonth month) {
        int year = month.getMonthValue() >= settings.yearBegins() ? month.getYear() : month.getYear() - 1;
        return LocalDate.of(year, settings.yearBegins(), 1);
    }

    private String line(Booking booking) {
        String[] cells = new String[COLUMNS.size()];
        Arrays.fill(cells, "");
        cells[0] = booking.amount()
                .amount()
                .setScale(2, RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
        cells[1] = "\"S\"";
        cells[2] = quoted(booking.amount().currency().getCurrencyCode());
        cells[ACCOUNT] = settings.number(booking.debit().account());
        cells[CONTRA] = settings.number(booking.credit().account());
        cells[BOOKED] = BOOKED_ON.format(booking.on());
        cells[DOCUMENT] = quoted(document(booking.debit().document()));
        cells[TEXT] = quoted(text(booking.debit()));
        cells[LOCKED] = "0";
        return String.join(";", cells);
    }

    /** DATEV takes letters, digits and {@code $ & % * + - /}; by it open items find each other. */
    private static String document(String number) {
        String plain = number.replaceAll("[^A-Za-z0-9$&%*+\\-/]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_DOCUMENT));
    }

    private static String text(Posting posting) {
        Posting.Of customer = posting.customer();
        String text = posting.words() + (customer == null ? "" : " " + customer.number() + " " + customer.name());
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("\\p{Cntrl}+", " ").replace("\"", "\"\"") + "\"";
    }

    private static List<String> columns() {
        try (InputStream in = Datev.class.getResourceAsStream("/journal/datev-columns.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
