package io.jenkins.plugins.aiimage.tar;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** POSIX.1-2001 extended header records: {@code LENGTH KEY=VALUE\n}, the length in bytes. */
final class PaxRecords {
  private PaxRecords() {}

  static Map<String, String> read(byte[] bytes) throws TarException {
    Map<String, String> records = new HashMap<>();
    int at = 0;
    while (at < bytes.length) {
      int space = at;
      int length = 0;
      while (space < bytes.length && bytes[space] >= '0' && bytes[space] <= '9' && length < 1e6) {
        length = length * 10 + bytes[space++] - '0';
      }
      int end = at + length;
      if (space == at
          || space >= bytes.length
          || bytes[space] != ' '
          || end > bytes.length
          || end <= space + 1
          || bytes[end - 1] != '\n') {
        throw wrong();
      }
      String record = new String(bytes, space + 1, end - space - 2, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals < 1) {
        throw wrong();
      }
      records.put(record.substring(0, equals), record.substring(equals + 1));
      at = end;
    }
    return records;
  }

  private static TarException wrong() {
    return new TarException("The archive has an extended header that is malformed.");
  }
}
