package dev.dunwell.billing.web;

/** The stages of charges in words. */
public final class ChargeWords {

    private ChargeWords() {}

    /** {@code Interest}, {@code Compensation}, {@code Fee of stage 2}. */
    public static String title(String stage) {
        return stage.startsWith("stage-")
                ? "Fee of stage " + stage.substring("stage-".length())
                : Character.toUpperCase(stage.charAt(0)) + stage.substring(1);
    }
}
