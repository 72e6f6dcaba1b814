package dev.dunwell.demo;

import dev.dunwell.access.AddPerson;
import dev.dunwell.access.NewOrganisation;
import dev.dunwell.access.Staff;

/** Lets a story happen in an organisation that is there already, with people who can sign in. */
public record Employer(Staff staff) implements Founding {

    @Override
    public int found(NewOrganisation organisation) {
        return staff.organisation();
    }

    @Override
    public void welcome(AddPerson.Added person) {}
}
