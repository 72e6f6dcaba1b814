package dev.dunwell.demo;

import dev.dunwell.access.Actor;
import dev.dunwell.access.AddPerson;
import dev.dunwell.access.FoundOrganisation;
import dev.dunwell.access.NewOrganisation;
import org.springframework.stereotype.Component;

/** Founds an organisation of its own for each story that is told. */
@Component
public class TestOrganisations implements Founding {

    private final FoundOrganisation foundOrganisation;

    TestOrganisations(FoundOrganisation foundOrganisation) {
        this.foundOrganisation = foundOrganisation;
    }

    @Override
    public int found(NewOrganisation organisation) {
        return foundOrganisation.found(organisation, Actor.automation("test"), id -> id);
    }

    @Override
    public void welcome(AddPerson.Added person) {}
}
