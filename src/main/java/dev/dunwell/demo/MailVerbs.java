package dev.dunwell.demo;

import dev.dunwell.conversations.Conversation;
import dev.dunwell.conversations.Inbox;
import dev.dunwell.conversations.ReceiveMail;
import dev.dunwell.conversations.ReceivedMail;
import dev.dunwell.conversations.SettleMail;
import dev.dunwell.ledger.Customer;
import dev.dunwell.messaging.Message;
import dev.dunwell.messaging.Messages;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What comes back by mail in a story: answers, out-of-office mails, mails that come back. */
@Component
class MailVerbs implements Verb.Source {

    private static final int ALL = 200;

    private final AtomicInteger number = new AtomicInteger();
    private final Names names;
    private final ReceiveMail receiveMail;
    private final SettleMail settleMail;
    private final Conversation conversation;
    private final Messages messages;
    private final Inbox inbox;
    private final Clock clock;

    MailVerbs(
            Names names,
            ReceiveMail receiveMail,
            SettleMail settleMail,
            Conversation conversation,
            Messages messages,
            Inbox inbox,
            Clock clock) {
        this.names = names;
        this.receiveMail = receiveMail;
        this.settleMail = settleMail;
        this.conversation = conversation;
        this.messages = messages;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new Verb("answer CUSTOMER \"WRITER\" EMAIL \"SUBJECT\" \"TEXT\"", this::answer),
                new Verb("away CUSTOMER \"WRITER\" EMAIL \"TEXT\"", this::away),
                new Verb("returned CUSTOMER STATUS \"TEXT\"", this::returned),
                new Verb("read CUSTOMER", this::read));
    }

    private void answer(Scene scene, Words words) {
        Customer customer = names.customer(words);
        PayersMail mail = mail(scene, customer, words.next("WRITER"), words.next("EMAIL"));
        String subject = words.next("SUBJECT");
        String text = words.next("TEXT");
        words.checkNoneLeft();
        receive(scene, mail.answer(subject, text));
    }

    private void away(Scene scene, Words words) {
        Customer customer = names.customer(words);
        PayersMail mail = mail(scene, customer, words.next("WRITER"), words.next("EMAIL"));
        String text = words.next("TEXT");
        words.checkNoneLeft();
        receive(scene, mail.away("Automatic reply", text));
    }

    /** The last mail to the customer comes back. */
    private void returned(Scene scene, Words words) {
        Customer customer = names.customer(words);
        Message last =
                lastTo(customer).orElseThrow(() -> words.mistake("Nothing was sent to " + customer.name() + "."));
        String status = words.next("STATUS");
        String text = words.next("TEXT");
        words.checkNoneLeft();
        PayersMail mail = mail(scene, customer, "Mail Delivery System", "mailer-daemon@mx.meridian.example");
        receive(scene, mail.returned(last.toAddress(), status, text));
    }

    private void read(Scene scene, Words words) {
        Customer customer = names.customer(words);
        words.checkNoneLeft();
        for (ReceivedMail mail :
                inbox.page(Inbox.Show.UNREAD, customer.id(), null, ALL).rows()) {
            settleMail.settle(scene.caller(), mail.id(), true);
        }
    }

    private PayersMail mail(Scene scene, Customer customer, String writer, String address) {
        String replyTo = scene.organisation().replyTo();
        return new PayersMail(
                "\"" + writer + "\" <" + address + ">",
                replyTo == null ? "ar@vendor.example" : replyTo,
                lastTo(customer).map(Message::messageId).orElse(null),
                scene.today(),
                number.incrementAndGet());
    }

    private Optional<Message> lastTo(Customer customer) {
        return conversation.of(customer.id(), ALL).stream()
                .filter(turn -> !turn.isTheirs())
                .findFirst()
                .map(turn -> messages.one(turn.id()));
    }

    private void receive(Scene scene, byte[] raw) {
        var zone = scene.organisation().zone();
        var at = scene.today().atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
        receiveMail.receive(raw, at.isAfter(clock.instant()) ? clock.instant() : at);
    }
}
