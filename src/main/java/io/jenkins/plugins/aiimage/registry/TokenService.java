package io.jenkins.plugins.aiimage.registry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;

/** Gets tokens from the service a registry names (the distribution project's token protocol). */
final class TokenService {
  private static final int LONGEST_ANSWER = 1 << 20;

  /** What the protocol says where the answer does not. */
  private static final Duration DEFAULT_VALIDITY = Duration.ofSeconds(60);

  /** One that lasts longer is renewed all the same: a duration of any seconds overflows. */
  private static final long LONGEST_SECONDS = Duration.ofDays(1).toSeconds();

  private final Transport transport;

  TokenService(Transport transport) {
    this.transport = transport;
  }

  /** A token and how long it may be used from now on. */
  record Token(String value, Duration valid) {
    @Override
    public String toString() {
      return "Token[valid=" + valid + "]";
    }
  }

  Token fetch(Challenge challenge, RegistryHost registry, Credentials credentials, Scope scope)
      throws RegistryException {
    String realm = challenge.parameter("realm").orElse("");
    URI uri = TokenRealm.require(realm, registry, credentials);
    try (Response response = transport.send(request(uri, challenge, credentials, scope))) {
      return switch (response.status()) {
        case 200 -> parse(response);
        case 400, 401, 403 ->
            throw RegistryException.of(
                Kind.REFUSED,
                "The token service "
                    + uri.getAuthority()
                    + " refused "
                    + (credentials instanceof Credentials.Anonymous
                        ? "an anonymous token: give credentials or run docker login."
                        : "the credential: check user name, password and rights."));
        default -> throw StatusFailure.of(response, "a token for " + registry);
      };
    }
  }

  private static Request request(
      URI realm, Challenge challenge, Credentials credentials, Scope scope) {
    StringJoiner query = new StringJoiner("&");
    challenge.parameter("service").ifPresent(service -> query.add("service=" + encode(service)));
    if (credentials instanceof Credentials.IdentityToken identity) {
      query.add("grant_type=refresh_token").add("client_id=ai-image");
      query.add("scope=" + encode(String.join(" ", scope.items())));
      query.add("refresh_token=" + encode(identity.token()));
      byte[] form = query.toString().getBytes(StandardCharsets.UTF_8);
      return Request.of("POST", realm, Map.of())
          .withBody("application/x-www-form-urlencoded", new RequestBody.Bytes(form));
    }
    for (String item : scope.items()) {
      query.add("scope=" + encode(item));
    }
    String address = realm.toString();
    String separator = query.length() == 0 ? "" : realm.getRawQuery() == null ? "?" : "&";
    Request get = Request.of("GET", URI.create(address + separator + query), Map.of());
    return credentials instanceof Credentials.Basic basic
        ? get.withHeader("Authorization", Authorization.basic(basic).header())
        : get;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Token parse(Response response) throws RegistryException {
    String text = new String(response.body().readUpTo(LONGEST_ANSWER), StandardCharsets.UTF_8);
    try {
      JsonObject answer = JsonParser.parseString(text).getAsJsonObject();
      JsonElement token = answer.has("token") ? answer.get("token") : answer.get("access_token");
      JsonElement seconds = answer.get("expires_in");
      String value = token.getAsString();
      if (isHeaderValue(value)) {
        return new Token(value, seconds == null ? DEFAULT_VALIDITY : validity(seconds.getAsLong()));
      }
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | NumberFormatException
        | UnsupportedOperationException e) {
      // The same sentence serves; the text is not quoted, as it may hold a token.
    }
    throw RegistryException.protocol(
        "The token service "
            + response.request().uri().getAuthority()
            + " gave no token: check the registry's address.");
  }

  private static Duration validity(long seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(LONGEST_SECONDS, seconds)));
  }

  private static boolean isHeaderValue(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
        return false;
      }
    }
    return !token.isEmpty();
  }
}
