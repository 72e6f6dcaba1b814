package dev.dunwell.portal.web;

import dev.dunwell.ledger.Share;
import dev.dunwell.payments.PayWords;
import dev.dunwell.payments.WayToPay;
import dev.dunwell.payments.WaysToPay;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.DueItems;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Section;
import dev.dunwell.portal.Sections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How what was ticked can be paid, a part for each currency; without a tick what is overdue. */
@Controller
class PayPage {

    private final Sections sections;
    private final DueItems dueItems;
    private final WaysToPay waysToPay;

    PayPage(Sections sections, DueItems dueItems, WaysToPay waysToPay) {
        this.sections = sections;
        this.dueItems = dueItems;
        this.waysToPay = waysToPay;
    }

    @GetMapping("/door/{place}/pay")
    String show(Payer payer, @RequestParam @Nullable List<Long> invoice, Model model) {
        Section section = sections.of(payer.here(), 0);
        LocalDate today = section.today();
        Collection<Long> customers = dueItems.customers(payer.here().customerId(), today);
        List<Long> asked = invoice == null
                ? section.toPayNow().stream().map(DueItem::invoiceId).toList()
                : invoice;
        List<DueItem> chosen = dueItems.whole(customers, asked, today);
        Map<Currency, List<DueItem>> byCurrency = chosen.stream()
                .collect(Collectors.groupingBy(
                        item -> item.open().currency(),
                        () -> new TreeMap<>((a, b) -> a.getCurrencyCode().compareTo(b.getCurrencyCode())),
                        Collectors.toList()));
        List<PayView.Part> parts = byCurrency.entrySet().stream()
                .map(each -> new PayView.Part(each.getValue(), ways(payer, each.getKey(), each.getValue())))
                .toList();
        model.addAttribute(
                "view",
                new PayView(
                        new ManyView(payer, payer.words(), section, asked, today),
                        PayWords.of(payer.words().language()),
                        parts));
        return "portal/pay";
    }

    private List<WayToPay> ways(Payer payer, Currency currency, List<DueItem> chosen) {
        List<Share> shares = chosen.stream()
                .map(item -> new Share(item.invoiceId(), item.open()))
                .toList();
        return waysToPay.of(new WaysToPay.Chosen(
                payer.here().customerId(), currency, shares, payer.caller().today()));
    }
}
