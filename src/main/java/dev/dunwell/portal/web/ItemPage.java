package dev.dunwell.portal.web;

import dev.dunwell.kernel.Money;
import dev.dunwell.ledger.DeductionCode;
import dev.dunwell.portal.AskForMore;
import dev.dunwell.portal.AskVendor;
import dev.dunwell.portal.DisputeInvoice;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.DueItems;
import dev.dunwell.portal.EarlyPayment;
import dev.dunwell.portal.NameDay;
import dev.dunwell.portal.Payer;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.NotFound;
import dev.dunwell.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One invoice as its payer sees it, with everything they may say about it. */
@Controller
class ItemPage {

    private static final long LARGEST_FILE = 10L * 1024 * 1024;

    private final DueItems dueItems;
    private final EarlyPayment earlyPayment;
    private final AskVendor askVendor;
    private final DisputeInvoice disputeInvoice;
    private final NameDay nameDay;
    private final AskForMore askForMore;

    ItemPage(
            DueItems dueItems,
            EarlyPayment earlyPayment,
            AskVendor askVendor,
            DisputeInvoice disputeInvoice,
            NameDay nameDay,
            AskForMore askForMore) {
        this.dueItems = dueItems;
        this.earlyPayment = earlyPayment;
        this.askVendor = askVendor;
        this.disputeInvoice = disputeInvoice;
        this.nameDay = nameDay;
        this.askForMore = askForMore;
    }

    @GetMapping("/door/{place}/invoices/{id}")
    String show(Payer payer, @PathVariable long id, Model model) {
        LocalDate today = payer.caller().today();
        DueItem item = item(payer, id);
        model.addAttribute(
                "view",
                new ItemView(
                        payer,
                        payer.words(),
                        item,
                        earlyPayment.of(id, today),
                        nameDay.latest(List.of(id), today),
                        DisputeInvoice.REASONS));
        return "portal/item";
    }

    @PostMapping("/door/{place}/invoices/{id}/questions")
    ModelAndView ask(Payer payer, @PathVariable long id, @RequestParam String text) {
        askVendor.ask(payer, id, text);
        return Go.to("/door?done=asked");
    }

    @PostMapping("/door/{place}/invoices/{id}/disputes")
    ModelAndView dispute(
            Payer payer,
            @PathVariable long id,
            @RequestParam Map<String, String> given,
            @RequestParam @Nullable MultipartFile file) {
        DueItem item = item(payer, id);
        var typed = new Typed(given, Locale.forLanguageTag(payer.words().language()));
        Money part = typed.amount("amount", item.open().currency().getCurrencyCode());
        DeductionCode code = DeductionCode.read(typed.text("code"))
                .filter(DisputeInvoice.REASONS::contains)
                .orElse(DeductionCode.OTHER);
        typed.check();
        disputeInvoice.dispute(
                payer, id, new DisputeInvoice.Objected(code, typed.text("reason"), part), evidence(file));
        return Go.to("/door?done=disputed");
    }

    @PostMapping("/door/{place}/invoices/{id}/promises")
    ModelAndView promise(Payer payer, @PathVariable long id, @RequestParam Map<String, String> given) {
        nameDay.name(payer, List.of(id), Days.read(given, "day"));
        return Go.to("/door?done=promised");
    }

    @PostMapping("/door/{place}/invoices/{id}/copies")
    ModelAndView copy(Payer payer, @PathVariable long id) {
        askForMore.copy(payer, id);
        return Go.to("/door?done=copy");
    }

    private DueItem item(Payer payer, long id) {
        LocalDate today = payer.caller().today();
        return dueItems.whole(dueItems.customers(payer.here().customerId(), today), List.of(id), today).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("open invoice"));
    }

    private static Optional<DisputeInvoice.Evidence> evidence(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        } else if (file.getSize() > LARGEST_FILE) {
            throw BadInput.in("file", "Send a file of at most 10 MB.");
        } else {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return Optional.of(new DisputeInvoice.Evidence(name, file));
        }
    }
}
