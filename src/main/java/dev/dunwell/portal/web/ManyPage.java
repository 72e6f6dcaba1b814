package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.portal.AskForMore;
import dev.dunwell.portal.AskVendor;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.NameDay;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Section;
import dev.dunwell.portal.Sections;
import dev.dunwell.portal.TellPayment;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a payer says about several invoices at once: paid, a day, parts; and a question about everything. */
@Controller
class ManyPage {

    private final Sections sections;
    private final TellPayment tellPayment;
    private final NameDay nameDay;
    private final AskForMore askForMore;
    private final AskVendor askVendor;

    ManyPage(Sections sections, TellPayment tellPayment, NameDay nameDay, AskForMore askForMore, AskVendor askVendor) {
        this.sections = sections;
        this.tellPayment = tellPayment;
        this.nameDay = nameDay;
        this.askForMore = askForMore;
        this.askVendor = askVendor;
    }

    @GetMapping("/door/{place}/paid")
    String paid(Payer payer, @RequestParam @Nullable List<Long> invoice, Model model) {
        return form("portal/paid", payer, invoice, model);
    }

    @PostMapping("/door/{place}/paid")
    ModelAndView tell(Payer payer, @RequestParam MultiValueMap<String, String> given) {
        Map<String, String> single = given.toSingleValueMap();
        var typed = new Typed(single, Locale.forLanguageTag(payer.words().language()));
        List<TellPayment.Line> lines = new ArrayList<>();
        for (DueItem item : sections.of(payer.here(), 0).items()) {
            if (Ticked.of(given).contains(item.invoiceId())) {
                String id = Long.toString(item.invoiceId());
                Money paid = typed.amount("paid" + id, item.open().currency().getCurrencyCode());
                lines.add(new TellPayment.Line(
                        item.invoiceId(), paid == null ? item.open() : paid, typed.text("why" + id)));
            }
        }
        typed.check();
        tellPayment.tell(payer, new TellPayment.Told(lines, Days.read(single, "day"), typed.text("reference")));
        return Go.to("/door?done=told");
    }

    @GetMapping("/door/{place}/days")
    String days(Payer payer, @RequestParam @Nullable List<Long> invoice, Model model) {
        return form("portal/days", payer, invoice, model);
    }

    @PostMapping("/door/{place}/days")
    ModelAndView name(Payer payer, @RequestParam MultiValueMap<String, String> given) {
        nameDay.name(payer, Ticked.of(given), Days.read(given.toSingleValueMap(), "day"));
        return Go.to("/door?done=promised");
    }

    @GetMapping("/door/{place}/parts")
    String parts(Payer payer, @RequestParam @Nullable List<Long> invoice, Model model) {
        return form("portal/parts", payer, invoice, model);
    }

    @PostMapping("/door/{place}/parts")
    ModelAndView ask(Payer payer, @RequestParam MultiValueMap<String, String> given) {
        Map<String, String> single = given.toSingleValueMap();
        String parts = single.getOrDefault("parts", "");
        askForMore.plan(
                payer,
                Ticked.of(given),
                parts.matches("\\d{1,2}") ? Integer.parseInt(parts) : 0,
                Days.read(single, "day"),
                single.getOrDefault("text", ""));
        return Go.to("/door?done=parts");
    }

    @GetMapping("/door/{place}/question")
    String question(Payer payer, Model model) {
        return form("portal/question", payer, null, model);
    }

    @PostMapping("/door/{place}/question")
    ModelAndView question(Payer payer, @RequestParam String text) {
        askVendor.ask(payer, null, text);
        return Go.to("/door?done=asked");
    }

    private String form(String view, Payer payer, @Nullable List<Long> chosen, Model model) {
        Section section = sections.of(payer.here(), 0);
        List<Long> all = section.items().stream().map(DueItem::invoiceId).toList();
        LocalDate latest = nameDay.latest(all, section.today());
        model.addAttribute("view", new ManyView(payer, payer.words(), section, chosen, latest));
        return view;
    }
}
