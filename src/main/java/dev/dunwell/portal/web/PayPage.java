package dev.dunwell.portal.web;

import dev.dunwell.messaging.PublicAddress;
import dev.dunwell.payments.AccountNews;
import dev.dunwell.payments.PayWords;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.RemittanceSlip;
import dev.dunwell.payments.StartPayment;
import dev.dunwell.payments.WayToPay;
import dev.dunwell.payments.WaysToPay;
import dev.dunwell.portal.DueItem;
import dev.dunwell.portal.DueItems;
import dev.dunwell.portal.Payer;
import dev.dunwell.portal.Section;
import dev.dunwell.portal.Sections;
import dev.dunwell.web.BadInput;
import dev.dunwell.web.Refusal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How what was ticked can be paid, a part for each currency; without a tick what is overdue. And paying it at once. */
@Controller
class PayPage {

    private final Sections sections;
    private final DueItems dueItems;
    private final Ways ways;
    private final PublicAddress publicAddress;

    PayPage(Sections sections, DueItems dueItems, Ways ways, PublicAddress publicAddress) {
        this.sections = sections;
        this.dueItems = dueItems;
        this.ways = ways;
        this.publicAddress = publicAddress;
    }

    /** What is known of paying, and what can be set going. */
    @Component
    record Ways(WaysToPay open, AccountNews account, StartPayment start, RemittanceSlip slip) {}

    @GetMapping("/door/{place}/pay")
    String show(Payer payer, @RequestParam MultiValueMap<String, String> given, Model model) {
        Section section = sections.of(payer.here(), 0);
        List<Long> asked = given.containsKey("invoice")
                ? Ticked.of(given)
                : section.toPayNow().stream().map(DueItem::invoiceId).toList();
        List<PayView.Part> parts = choices(payer, asked, given).stream()
                .map(choice -> new PayView.Part(choice, ways(payer, choice)))
                .toList();
        var many = new ManyView(payer, payer.words(), section, asked, section.today());
        model.addAttribute(
                "view",
                new PayView(
                        many,
                        PayWords.of(payer.words().language()),
                        ways.account.of(payer.caller().today()),
                        parts));
        return "portal/pay";
    }

    /** What only one customer can set going is left out where several are chosen. */
    private List<WayToPay> ways(Payer payer, Choice choice) {
        return ways.open.of(choice.chosen(payer)).stream()
                .filter(way -> way.act() == null || choice.isOfOne())
                .toList();
    }

    /** Leads to the page of the gateway: by a page of ours, since our forms send to nobody else. */
    @PostMapping("/door/{place}/pay")
    String start(
            Payer payer, @RequestParam String way, @RequestParam MultiValueMap<String, String> given, Model model) {
        Provider provider = Stream.of(Provider.values())
                .filter(each -> each.method().code().equals(way))
                .findFirst()
                .orElseThrow(() -> BadInput.in("way", "Choose one of the ways that are offered."));
        String site = publicAddress
                .of(payer.caller().organisation())
                .orElseThrow(() -> Refusal.because("way-closed", "This installation has no address."));
        var wanted = new StartPayment.Wanted(
                provider,
                only(payer, given).chosen(payer),
                URI.create(site),
                "/door/back/" + StartPayment.PAYMENT,
                payer.session().link().toAddress());
        URI page = ways.start.start(payer.caller().actor(), wanted);
        model.addAttribute("payer", payer);
        model.addAttribute("w", payer.words());
        model.addAttribute("title", provider.title());
        model.addAttribute("page", page.toString());
        return "portal/onward";
    }

    @GetMapping("/door/{place}/slip")
    ResponseEntity<byte[]> slip(Payer payer, @RequestParam MultiValueMap<String, String> given) {
        byte[] slip = ways.slip.print(
                payer.caller().organisation(), only(payer, given).chosen(payer));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("slip.pdf")
                                .build()
                                .toString())
                .body(slip);
    }

    private Choice only(Payer payer, MultiValueMap<String, String> given) {
        List<Choice> choices = choices(payer, Ticked.of(given), given);
        if (choices.size() != 1 || !choices.getFirst().isOfOne()) {
            throw BadInput.in("invoice", "Choose open invoices of one currency and one customer.");
        }
        return choices.getFirst();
    }

    private List<Choice> choices(Payer payer, List<Long> asked, MultiValueMap<String, String> given) {
        LocalDate today = payer.caller().today();
        List<Long> customers = dueItems.customers(payer.here().customerId(), today);
        return Choice.of(payer, dueItems.whole(customers, asked, today), given.toSingleValueMap());
    }
}
