package dev.dunwell.messaging;

import dev.dunwell.access.Organisation;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which ways an organisation's messages can take by themselves; what cannot go by itself is a person's to do. */
@Component
public class OpenWays {

    private final SmsAccounts accounts;
    private final ObjectProvider<PayerDoors> doors;

    OpenWays(SmsAccounts accounts, ObjectProvider<PayerDoors> doors) {
        this.accounts = accounts;
        this.doors = doors;
    }

    /**
     * Mail and paper always; text messages with a gateway, or while they stay in the house; notices where payers have a
     * door.
     */
    public Set<Way> of(Organisation organisation) {
        Set<Way> open = EnumSet.of(Way.MAIL, Way.LETTER);
        boolean staysHere = organisation.mailMode() != Organisation.MailMode.LIVE;
        if (staysHere || accounts.current().filter(SmsAccount::isOn).isPresent()) {
            open.add(Way.SMS);
        }
        if (doors.stream().anyMatch(each -> each.areOpen(organisation))) {
            open.add(Way.PORTAL);
        }
        return open;
    }
}
