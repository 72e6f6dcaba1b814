package dev.dunwell.payments.online;

/** A gateway could not be reached, or said no. The message is for the people of the organisation, never for payers. */
public class GatewayTrouble extends Exception {

    public GatewayTrouble(String message) {
        super(message);
    }

    public GatewayTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
