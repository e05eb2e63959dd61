package io.jenkins.plugins.aiimage.registry;

/** How to prove to one registry who asks; no {@code toString} shows a secret. */
public sealed interface Credentials {
  /** Nothing to prove it with. */
  Credentials NONE = new Anonymous();

  /** Nobody in particular. */
  record Anonymous() implements Credentials {}

  /** A user name and a password or access token. */
  record Basic(String user, String secret) implements Credentials {
    public Basic {
      if (user.indexOf(':') >= 0) {
        throw new IllegalArgumentException("A registry's user name cannot contain a colon.");
      }
    }

    @Override
    public String toString() {
      return "Basic[user=" + user + "]";
    }
  }

  /** A refresh token, which the registry's token service changes for short-lived ones. */
  record IdentityToken(String token) implements Credentials {
    @Override
    public String toString() {
      return "IdentityToken[]";
    }
  }
}
