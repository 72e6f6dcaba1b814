package dev.dunwell.intake.formats;

/** Which sign stands before the decimals of an amount; the other one, if it is there, groups the thousands. */
enum DecimalSign {
    POINT('.', "decimal-point"),
    COMMA(',', "decimal-comma");

    private final char sign;
    private final String answer;

    DecimalSign(char sign, String answer) {
        this.sign = sign;
        this.answer = answer;
    }

    char sign() {
        return sign;
    }

    String answer() {
        return answer;
    }
}
