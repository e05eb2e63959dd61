package jenkins.authentication.tokens.api;

public final class AuthenticationTokenContext<T> {
  public AuthenticationTokenContext(Class<T> tokenClass) {}
}
