package dev.dunwell.briefs.web;

import dev.dunwell.access.Caller;
import dev.dunwell.briefs.CallBrief;
import dev.dunwell.briefs.CallBriefs;
import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.Customer;
import dev.dunwell.ledger.Customers;
import dev.dunwell.reach.GoodHours;
import dev.dunwell.web.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The brief before a call, for a telephone system that shows it. */
@RestController
class BriefsApi {

    private final CallBriefs briefs;
    private final Customers customers;

    BriefsApi(CallBriefs briefs, Customers customers) {
        this.briefs = briefs;
        this.customers = customers;
    }

    record AmountJson(BigDecimal amount, String currency) {}

    /** Money of one currency; {@code turnover} was billed in the last 12 months. */
    record StandingJson(String currency, BigDecimal turnover, BigDecimal open, BigDecimal overdue) {}

    record PromiseJson(LocalDate madeOn, LocalDate dueOn, AmountJson amount, String state) {}

    record SaidJson(LocalDate on, String what, String who) {}

    /** Hours of the day by their clock, {@code reached} of {@code calls} were answered. */
    record HoursJson(int from, int until, int reached, int calls) {

        static @Nullable HoursJson of(@Nullable GoodHours best) {
            return best == null ? null : new HoursJson(best.from(), best.until(), best.reached(), best.calls());
        }
    }

    /**
     * What to know before a call.
     *
     * @param since the day of the first invoice; missing when there is none
     * @param kept promises of the last year that were kept, {@code broken} that were not or only in part
     * @param waiting disputes and questions without an answer
     * @param best when calls were answered most; missing when too few were
     * @param ask what to ask for, and {@code because} why
     */
    record BriefJson(
            String customer,
            String name,
            @Nullable LocalDate since,
            List<StandingJson> money,
            int kept,
            int broken,
            List<PromiseJson> promises,
            List<SaidJson> excuses,
            List<SaidJson> waiting,
            List<SaidJson> contacts,
            @Nullable HoursJson best,
            String ask,
            String because) {}

    @Operation(summary = "What to know before a call with a customer, and what to ask for")
    @GetMapping("/api/v1/customers/{number}/brief")
    BriefJson brief(Caller caller, @PathVariable String number) {
        Customer customer = customers.byNumber(number).orElseThrow(() -> new NotFound("customer"));
        CallBrief brief = briefs.of(customer.id(), caller.today());
        return new BriefJson(
                customer.number(),
                customer.name(),
                brief.since(),
                brief.money().stream()
                        .map(each -> new StandingJson(
                                each.open().currency().getCurrencyCode(),
                                each.turnover().amount(),
                                each.open().amount(),
                                each.overdue().amount()))
                        .toList(),
                brief.kept(),
                brief.broken(),
                brief.promises().stream()
                        .map(each -> new PromiseJson(each.madeOn(), each.dueOn(), json(each.amount()), each.state()))
                        .toList(),
                said(brief.excuses()),
                said(brief.waiting()),
                said(brief.contacts()),
                HoursJson.of(brief.best()),
                brief.offer().ask(),
                brief.offer().because());
    }

    private static AmountJson json(Money money) {
        return new AmountJson(money.amount(), money.currency().getCurrencyCode());
    }

    private static List<SaidJson> said(List<CallBrief.Said> all) {
        return all.stream()
                .map(each -> new SaidJson(each.on(), each.what(), each.who()))
                .toList();
    }
}
