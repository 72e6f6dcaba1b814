package dev.dunwell.agencies;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.Audit;
import dev.dunwell.access.Caller;
import dev.dunwell.access.NewPerson;
import dev.dunwell.access.Role;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody of an agency sign in, to what is placed with that agency and to nothing else. */
@Component
public class LetAgencyIn {

    private final AddPerson addPerson;
    private final Agencies agencies;
    private final JdbcClient db;
    private final Audit audit;

    LetAgencyIn(AddPerson addPerson, Agencies agencies, JdbcClient db, Audit audit) {
        this.addPerson = addPerson;
        this.agencies = agencies;
        this.db = db;
        this.audit = audit;
    }

    /** @return with the first password to hand over; refuses an address that works here already */
    @Transactional
    public AddPerson.Added let(Caller caller, long agencyId, String name, String email) {
        Agency agency = agencies.byId(agencyId);
        NewPerson person = NewPerson.read(Map.of("name", name, "email", email, "role", Role.AGENCY.code()));
        AddPerson.Added added = addPerson.add(person, caller.actor());
        db.sql("insert into agency_person (agency_id, person_id) values (:agency, :person)")
                .param("agency", agency.id())
                .param("person", added.id())
                .update();
        audit.write(caller.actor(), "agency.let-in", "agency", agency.id(), Map.of("person", added.id()));
        return added;
    }
}
