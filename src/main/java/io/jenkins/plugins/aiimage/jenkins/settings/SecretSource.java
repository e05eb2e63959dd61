package io.jenkins.plugins.aiimage.jenkins.settings;

/**
 * One value of the parameter {@code secrets}: {@code id=FILE} or {@code
 * id=credential:CREDENTIALS_ID}.
 *
 * @param id that a RUN instruction names it by
 * @param isCredential whether {@code from} is the id of credentials, and not a file
 */
record SecretSource(String id, String from, boolean isCredential) {
  private static final String CREDENTIAL = "credential:";

  /**
   * @throws IllegalArgumentException if it is of neither form; the message shows none of it,
   *     because somebody may have written the secret itself
   */
  static SecretSource parse(String value) {
    int equals = value.indexOf('=');
    String from = value.substring(equals + 1).strip();
    boolean isCredential = from.startsWith(CREDENTIAL);
    String rest = isCredential ? from.substring(CREDENTIAL.length()).strip() : from;
    if (equals < 1 || rest.isEmpty() || !isId(value.substring(0, equals))) {
      throw new IllegalArgumentException(
          "a value is of neither form id=FILE nor id=credential:CREDENTIALS_ID");
    }
    return new SecretSource(value.substring(0, equals), rest, isCredential);
  }

  private static boolean isId(String text) {
    return text.chars()
        .allMatch(
            c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "._-".indexOf(c) >= 0);
  }
}
