package dev.dunwell.payments.web;

import dev.dunwell.access.Secret;
import dev.dunwell.access.Tenant;
import dev.dunwell.payments.Provider;
import dev.dunwell.payments.StartPayment;
import dev.dunwell.payments.online.CheckOnlinePayment;
import dev.dunwell.payments.online.Gateway.Incoming;
import dev.dunwell.payments.online.GatewayAccounts;
import dev.dunwell.payments.online.GatewayTrouble;
import dev.dunwell.payments.online.NotGenuine;
import dev.dunwell.payments.online.OnlinePayment;
import dev.dunwell.payments.online.OnlinePayments;
import dev.dunwell.payments.online.PayerReturn;
import dev.dunwell.payments.online.ReceiveEvent;
import dev.dunwell.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The two public doors of online payments: events of gateways, proven by their signature over the bytes as they came,
 * and payers who come back, known by what only their browser was given. Each address begins with the organisation's
 * number and ends with 256 random bits; a wrong one says nothing but 404.
 */
@Controller
class GatewayDoors {

    private static final int LONGEST = 512 * 1024;

    private final GatewayAccounts accounts;
    private final ReceiveEvent receiveEvent;
    private final OnlinePayments payments;
    private final CheckOnlinePayment checkOnlinePayment;
    private final Clock clock;

    GatewayDoors(
            GatewayAccounts accounts,
            ReceiveEvent receiveEvent,
            OnlinePayments payments,
            CheckOnlinePayment checkOnlinePayment,
            Clock clock) {
        this.accounts = accounts;
        this.receiveEvent = receiveEvent;
        this.payments = payments;
        this.checkOnlinePayment = checkOnlinePayment;
        this.clock = clock;
    }

    @PostMapping("/pay-events/{provider}/{where}")
    ResponseEntity<String> event(@PathVariable String provider, @PathVariable String where, HttpServletRequest request)
            throws IOException {
        Provider from = Provider.read(provider).orElseThrow(() -> new NotFound("address"));
        PayerReturn at = PayerReturn.read(where).orElseThrow(() -> new NotFound("address"));
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body("too large");
        }
        var incoming = new Incoming(body, headers(request), clock.instant());
        return Tenant.in(at.organisation(), () -> receive(from, at.token(), incoming));
    }

    private ResponseEntity<String> receive(Provider from, Secret link, Incoming incoming) {
        boolean isOurs = accounts.of(from)
                .filter(account -> new Secret(account.link()).isSameAs(link))
                .isPresent();
        if (!isOurs) {
            throw new NotFound("address");
        }
        try {
            receiveEvent.receive(from, incoming);
            return ResponseEntity.ok("ok");
        } catch (NotGenuine e) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body("not proven");
        } catch (GatewayTrouble e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("send it again");
        }
    }

    @GetMapping("/pay-return/{where}")
    ResponseEntity<Void> back(@PathVariable String where, @RequestParam(defaultValue = "") String left) {
        PayerReturn at = PayerReturn.read(where).orElseThrow(() -> new NotFound("address"));
        URI to = Tenant.in(at.organisation(), () -> back(at, !left.isEmpty()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to.toString())
                .build();
    }

    private URI back(PayerReturn at, boolean hasLeft) {
        OnlinePayment payment = payments.byToken(at.token()).orElseThrow(() -> new NotFound("address"));
        String paid = switch (checked(payment).state()) {
            case PAID, RETURNED -> "yes";
            case OVER -> "no";
            case STARTED, OPEN -> hasLeft ? "no" : "open";
            case REFUSED -> "open";
        };
        String to = payment.backTo().replace(StartPayment.PAYMENT, at.text());
        return URI.create(to + (to.contains("?") ? "&" : "?") + "paid=" + paid);
    }

    /** A gateway that does not answer now tells later, by its event or when it is asked again. */
    private OnlinePayment checked(OnlinePayment payment) {
        try {
            return payment.state() == OnlinePayment.State.OPEN ? checkOnlinePayment.check(payment.id()) : payment;
        } catch (GatewayTrouble e) {
            accounts.checked(payment.provider(), clock.instant(), e.getMessage());
            return payment;
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }
}
