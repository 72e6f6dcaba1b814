package dev.dunwell.foresight.web;

import dev.dunwell.foresight.Forecasts;
import dev.dunwell.foresight.Forecasts.Kept;
import dev.dunwell.foresight.Forecasts.Made;
import dev.dunwell.foresight.Forecasts.Week;
import dev.dunwell.kernel.Money;
import dev.dunwell.web.Show;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes in over the next weeks, one block for each currency.
 *
 * @param made null while nothing has been foretold
 */
public record ForecastView(@Nullable Made made, List<Block> blocks) {

    /** @param kept what earlier forecasts said of weeks that are over */
    public record Block(Currency currency, List<Week> weeks, Money total, BandChart chart, List<Kept> kept) {

        /** How many of the weeks that are over came within their range. */
        public long within() {
            return kept.stream().filter(Kept::isWithin).count();
        }
    }

    static ForecastView of(@Nullable Made made, List<Week> weeks, List<Kept> kept, Show show) {
        return new ForecastView(
                made,
                weeks.stream()
                        .map(Week::currency)
                        .distinct()
                        .map(currency -> block(currency, weeks, kept, show))
                        .toList());
    }

    private static Block block(Currency currency, List<Week> weeks, List<Kept> kept, Show show) {
        List<Week> own =
                weeks.stream().filter(week -> week.currency().equals(currency)).toList();
        return new Block(
                currency,
                own,
                own.stream().map(Forecasts.Week::expected).reduce(Money.zero(currency), Money::plus),
                BandChart.of(own, show),
                kept.stream()
                        .filter(it -> it.week().currency().equals(currency))
                        .toList());
    }
}
