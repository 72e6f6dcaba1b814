package dev.dunwell.desk;

import dev.dunwell.kernel.Money;
import dev.dunwell.kernel.Sql;
import dev.dunwell.web.Show;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers, the people there, invoices and credit notes by what somebody typed: a name, a number, an amount. */
@Repository
class Search {

    private static final String SEARCH = Sql.named("desk/search");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,3}([ .,]?\\d{3})*([.,]\\d{1,3})?");
    private static final int MOST_DIGITS = 15;

    private final JdbcClient db;

    Search(JdbcClient db) {
        this.db = db;
    }

    /** @return best first, at most 30; nothing for less than two letters */
    @Transactional(readOnly = true)
    public List<SearchView.Hit> find(String typed, LocalDate today, Show show) {
        String text = typed.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            return List.of();
        }
        String like = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        Set<BigDecimal> amounts = amounts(text);
        return db
                .sql(SEARCH)
                .param("typed", text.toLowerCase(Locale.ROOT))
                .param("asTyped", text)
                .param("upper", text.toUpperCase(Locale.ROOT))
                .param("beginning", like + "%")
                .param("part", "%" + like + "%")
                .param("amounts", minors(amounts))
                .param("hasNames", amounts.stream().allMatch(amount -> amount.scale() == 0))
                .param("hasPeople", text.codePoints().anyMatch(Character::isLetter))
                .param("today", today)
                .query((row, _) -> hit(row, amounts, show))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What amounts the text may mean: {@code 4.860} is four thousand and something, or less than five. */
    static Set<BigDecimal> amounts(String text) {
        Set<BigDecimal> amounts = new TreeSet<>();
        if (AMOUNT.matcher(text).matches() && text.length() <= MOST_DIGITS) {
            String digits = text.replaceAll("[ .,]", "");
            int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
            int decimals = last < 0 ? 0 : text.length() - last - 1;
            amounts.add(new BigDecimal(digits).movePointLeft(decimals));
            if (decimals == 3) {
                amounts.add(new BigDecimal(digits));
            }
        }
        return amounts;
    }

    /** In the minor units of currencies with no, two and three decimals. */
    private static Long[] minors(Set<BigDecimal> amounts) {
        return amounts.stream()
                .flatMap(amount -> Stream.of(0, 2, 3).map(amount::movePointRight))
                .filter(minor -> minor.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact)
                .distinct()
                .toArray(Long[]::new);
    }

    private static Optional<SearchView.Hit> hit(ResultSet row, Set<BigDecimal> amounts, Show show) throws SQLException {
        String kind = row.getString("kind");
        String currency = row.getString("currency");
        String place = switch (kind) {
            case "Invoice" -> "/invoices/";
            case "Credit note" -> "/credit-notes/";
            default -> "/customers/";
        };
        String url = place + row.getLong("id");
        if (currency == null) {
            return Optional.of(new SearchView.Hit(kind, row.getString("title"), row.getString("side"), url));
        }
        Money amount = Money.ofMinor(row.getLong("amount"), currency);
        boolean isMeant = row.getInt("rank") < 7 || amounts.stream().anyMatch(a -> a.compareTo(amount.amount()) == 0);
        String side = row.getString("side") + ", " + show.text(amount);
        return isMeant ? Optional.of(new SearchView.Hit(kind, row.getString("title"), side, url)) : Optional.empty();
    }
}
